package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

const help = `Usage: ratelab-peer-go [options]

A service to measure: GET / works for a while (5 s unless told), then answers Hello World!
Every request has a goroutine of its own; --concurrency says how many of them work at once.

      --concurrency KIND  single: one, in arrival order (default)
                          pool: at most --threads
                          virtual: all
      --threads N         size of the pool (default: 200; for --concurrency pool)
      --work KIND         exec: runs ` + "`sleep`" + ` and waits for it, as the original did (default)
                          sleep: sleeps within the process
                          burn: does not sleep at all, spends --cpu only
      --sleep DURATION    that time (default: 5s; for --work exec and sleep)
      --cpu DURATION      CPU time that each handler spends besides (default: 0s)
      --host ADDRESS      address to listen on (default: 127.0.0.1)
      --port PORT         port to listen on (default: 3000); 0 takes a free one
      --log FILE          append one JSON line for each handled request to FILE
  -h, --help              print this help and end

Durations are written as in Go: 5s, 500ms, 1m30s.

Examples:
  A backlog as in the original experiment: one ` + "`sleep 5`" + ` at a time, on port 3000
    ratelab-peer-go
  Go as it comes: nobody waits
    ratelab-peer-go --concurrency virtual --work sleep
`

// options is what the peer shall be.
type options struct {
	concurrency, work, host, port, log string
	threads                            int
	sleep, cpu                         time.Duration
}

// parse reads the command line; the error is flag.ErrHelp, or says what is wrong.
func parse(args []string) (options, error) {
	o := options{concurrency: "single", work: "exec", sleep: 5 * time.Second}
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("concurrency", "", func(text string) error {
		if text == "async" {
			return errors.New("async is not for Go: its goroutines are --concurrency virtual")
		}
		return oneOf(&o.concurrency, text, "single", "pool", "virtual")
	})
	flags.Func("work", "", func(text string) error { return oneOf(&o.work, text, "exec", "sleep", "burn") })
	flags.Func("sleep", "", func(text string) error { return duration(&o.sleep, text) })
	flags.Func("cpu", "", func(text string) error { return duration(&o.cpu, text) })
	flags.IntVar(&o.threads, "threads", 200, "")
	flags.StringVar(&o.host, "host", "127.0.0.1", "")
	flags.StringVar(&o.port, "port", "3000", "")
	flags.StringVar(&o.log, "log", "", "")
	if err := flags.Parse(args); err != nil {
		return o, unknownOption(err)
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("Unknown option: '%s'", flags.Arg(0))
	}
	given := map[string]bool{}
	flags.Visit(func(flag *flag.Flag) { given[flag.Name] = true })
	return o, o.check(given["sleep"])
}

func (o options) check(sleepGiven bool) error {
	port, err := strconv.Atoi(o.port)
	switch {
	case err != nil || port < 0 || port > 65535:
		return fmt.Errorf("--port %s is not between 0 and 65535", o.port)
	case o.threads < 1:
		return fmt.Errorf("--threads %d is not at least 1", o.threads)
	case o.work == "burn" && sleepGiven:
		return errors.New("--work burn does not sleep: leave out --sleep, or use --work sleep")
	case o.work == "burn" && o.cpu == 0:
		return errors.New("--work burn needs --cpu: how much shall each request burn?")
	}
	return nil
}

// unknownOption puts Go's words for an unknown flag into those of the other peers.
func unknownOption(err error) error {
	const unknown = "flag provided but not defined: -"
	if strings.HasPrefix(err.Error(), unknown) {
		return fmt.Errorf("Unknown option: '--%s'", strings.TrimPrefix(err.Error(), unknown))
	}
	return err
}

func oneOf(target *string, text string, choices ...string) error {
	for _, choice := range choices {
		if text == choice {
			*target = text
			return nil
		}
	}
	return fmt.Errorf("'%s' is not one of %s", text, strings.Join(choices, ", "))
}

func duration(target *time.Duration, text string) error {
	parsed, err := time.ParseDuration(text)
	if err != nil || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") {
		return fmt.Errorf("'%s' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s", text)
	}
	*target = parsed
	return nil
}
