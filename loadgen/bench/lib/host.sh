# What the host offers, and how quiet it is.

die() {
  echo "bench: $1" >&2
  exit 1
}

# need TOOL...: ends the run with a word on what to install.
need() {
  local tool
  for tool in "$@"; do
    PATH=$PATH:/usr/sbin command -v "$tool" > /dev/null \
      || die "$tool is not on the PATH: install it (Debian: apt install $tool)"
  done
}

# quietness: one line on the host's own load: a fixed loop shows a processor that is shared or slow.
quietness() {
  local from to i sum=0
  from=$(date +%s%N)
  for ((i = 0; i < 200000; i++)); do ((sum += i)) || true; done
  to=$(date +%s%N)
  printf 'fixed loop %d ms, load %s, steal %s ticks' \
    $(((to - from) / 1000000)) "$(cut -d' ' -f1 /proc/loadavg)" "$(steal)"
}

# busy_ticks: of all processors, with those that the hypervisor took.
busy_ticks() {
  awk '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9 }' /proc/stat
}

# others NAME BUSY SERVER: what was neither the client NAME nor the server, since these readings of
# busy_ticks and server_ticks, in per cent of one processor. A round with much of it says little.
others() {
  compute "(($(busy_ticks) - $2 - $(server_ticks) + $3) / $(getconf CLK_TCK) - $(cpu "$1")) / $(wall "$1") * 100"
}

steal() {
  awk '/^cpu / { print $9 }' /proc/stat
}

describe_host() {
  echo "host: $(nproc) processors, $(uname -sr), $(java -version 2>&1 | head -n 1)"
}
