package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// books counts and logs: every request that was read is waiting, then in flight, then handled.
type books struct {
	waiting, inFlight, handled atomic.Int64
	log                        *os.File // nil if nobody asked for one
}

func openBooks(options options) (*books, error) {
	if options.log == "" {
		return &books{}, nil
	}
	log, err := os.OpenFile(options.log, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	header, _ := json.Marshal(struct {
		Format      int    `json:"format"`
		App         string `json:"app"`
		Concurrency string `json:"concurrency"`
		Work        string `json:"work"`
		Runtime     string `json:"runtime"`
		Pid         int    `json:"pid"`
	}{1, name, options.concurrency, options.work, "Go " + strings.TrimPrefix(runtime.Version(), "go"), os.Getpid()})
	b := &books{log: log}
	return b, b.write(string(header))
}

// entry writes down a handled request.
func (b *books) entry(id, remotePort string, start, end time.Time) error {
	if b.log == nil {
		return nil
	}
	quoted, _ := json.Marshal(id)
	return b.write(fmt.Sprintf(`{"id":%s,"remotePort":%s,"startMillis":%s,"endMillis":%s,"cpuNanos":%d}`,
		quoted, remotePort, millis(start), millis(end), cpuNanos()))
}

// write makes each line one unbuffered write: no reader sees half of it, a killed process loses none.
func (b *books) write(line string) error {
	_, err := b.log.WriteString(line + "\n")
	return err
}

func (b *books) metricsPage() string {
	return fmt.Sprintf(`# HELP sampleapp_requests_handled_total Requests worked off, whether or not a client still waited.
# TYPE sampleapp_requests_handled_total counter
sampleapp_requests_handled_total %d.0
# HELP sampleapp_requests_in_flight Requests that a handler is working on.
# TYPE sampleapp_requests_in_flight gauge
sampleapp_requests_in_flight %d.0
# HELP sampleapp_requests_waiting Requests that were read and wait for a handler.
# TYPE sampleapp_requests_waiting gauge
sampleapp_requests_waiting %d.0
`, b.handled.Load(), b.inFlight.Load(), b.waiting.Load())
}

func millis(instant time.Time) string {
	micros := instant.UnixMicro()
	return fmt.Sprintf("%d.%03d", micros/1000, micros%1000)
}

// cpuNanos is the process's CPU time by getrusage, in microseconds.
func cpuNanos() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic("getrusage: " + err.Error())
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}
