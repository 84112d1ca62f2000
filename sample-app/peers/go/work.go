package main

import (
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"time"
	"unsafe"
)

// work is what a handler does before it answers: first the burn, then the pause.
type work struct {
	kind       string
	sleep, cpu time.Duration
}

// do does it all on the calling goroutine.
func (w work) do() error {
	w.burn()
	switch w.kind {
	case "exec":
		// With no streams of ours: a reader of our output would wait for the sleep, too.
		return exec.Command("sleep", strconv.FormatFloat(w.sleep.Seconds(), 'f', 9, 64)).Run()
	case "sleep":
		time.Sleep(w.sleep)
	}
	return nil
}

// burn spends CPU time, read from the thread's own CPU clock: waiting does not count. The goroutine
// keeps its thread meanwhile.
func (w work) burn() {
	if w.cpu == 0 {
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	value := uint64(1)
	for end := threadCPU() + w.cpu; threadCPU() < end; {
		for step := 0; step < 10_000; step++ {
			value = value*6364136223846793005 + 1442695040888963407
		}
	}
	runtime.KeepAlive(value)
}

// threadCPU is clock_gettime(CLOCK_THREAD_CPUTIME_ID), which Go's library does not offer.
func threadCPU() time.Duration {
	const threadCPUClock = 3
	var reading syscall.Timespec
	_, _, failure := syscall.RawSyscall(
		syscall.SYS_CLOCK_GETTIME, threadCPUClock, uintptr(unsafe.Pointer(&reading)), 0)
	if failure != 0 {
		panic("this thread has no CPU clock: " + failure.Error())
	}
	return time.Duration(reading.Nano())
}
