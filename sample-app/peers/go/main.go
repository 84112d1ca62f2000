// The sample app on Go's standard library: same flags, same log, same metrics.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"syscall"
)

const name = "ratelab-peer-go"

func main() {
	options, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		fmt.Print(help)
		return
	}
	if err != nil {
		end(2, err.Error()+"\nSee --help.")
	}
	books, err := openBooks(options)
	if err != nil {
		end(1, fmt.Sprintf("cannot write the log %s (%v): name a writable file with --log", options.log, cause(err)))
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(options.host, options.port))
	if err != nil {
		end(1, explain(err, options))
	}
	fmt.Printf("listening on http://%s\n", listener.Addr())
	err = http.Serve(listener, newService(options, books))
	end(1, err.Error())
}

func explain(err error, options options) string {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Sprintf("port %s on %s is in use: choose another with --port, or --port 0", options.port, options.host)
	}
	return fmt.Sprintf("cannot listen on %s:%s (%v): choose another address with --host and --port",
		options.host, options.port, cause(err))
}

// cause is the innermost error: what the kernel or the name service said.
func cause(err error) error {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err
}

func complain(message string) {
	fmt.Fprintf(os.Stderr, "%s: %s\n", name, message)
}

func end(status int, message string) {
	complain(message)
	os.Exit(status)
}
