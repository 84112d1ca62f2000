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

steal() {
  awk '/^cpu / { print $9 }' /proc/stat
}

describe_host() {
  echo "host: $(nproc) processors, $(uname -sr), $(java -version 2>&1 | head -n 1)"
}
