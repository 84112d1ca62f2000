package main

import (
	"io"
	"net"
	"net/http"
	"time"
)

// service answers requests. Each has a goroutine; a turn is what it needs to begin its work.
type service struct {
	books *books
	work  work
	// A channel's blocked senders are served in the order in which they came; nil if nobody waits.
	turns chan struct{}
}

func newService(options options, books *books) http.Handler {
	s := &service{books: books, work: work{options.work, options.sleep, options.cpu}}
	switch options.concurrency {
	case "single":
		s.turns = make(chan struct{}, 1)
	case "pool":
		s.turns = make(chan struct{}, options.threads)
	}
	return http.HandlerFunc(s.answer)
}

func (s *service) answer(response http.ResponseWriter, request *http.Request) {
	switch {
	case request.Method == http.MethodGet && request.URL.Path == "/":
		s.greet(response, request)
	case request.Method == http.MethodGet && request.URL.Path == "/metrics":
		response.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		io.WriteString(response, s.books.metricsPage())
	default:
		reply(response, http.StatusNotFound, "Not Found")
	}
}

// greet works the request off, whether or not its client still waits: it does not look at the
// request's context, as most handlers do not.
func (s *service) greet(response http.ResponseWriter, request *http.Request) {
	s.books.waiting.Add(1)
	if s.turns != nil {
		s.turns <- struct{}{}
		defer func() { <-s.turns }()
	}
	s.books.waiting.Add(-1)
	s.books.inFlight.Add(1)
	start := time.Now()
	_, remotePort, err := net.SplitHostPort(request.RemoteAddr)
	if err == nil {
		err = s.work.do()
	}
	if err == nil {
		err = s.books.entry(request.Header.Get("X-Ratelab-Id"), remotePort, start, time.Now())
	}
	s.books.inFlight.Add(-1)
	if err != nil {
		complain("a handler failed: " + err.Error())
		reply(response, http.StatusInternalServerError, "Internal Server Error")
		return
	}
	s.books.handled.Add(1)
	reply(response, http.StatusOK, "Hello World!")
}

func reply(response http.ResponseWriter, status int, text string) {
	response.Header().Set("Content-Type", "text/plain; charset=utf-8")
	response.WriteHeader(status)
	io.WriteString(response, text)
}
