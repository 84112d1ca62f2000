#!/bin/sh
# Makes the certificates of the tests, valid for 100 years. Needs openssl 3; its output is committed, so that tests
# need no openssl. Nothing here protects anything: the keys are public.
set -eu
cd "$(dirname "$0")"

authority() { # NAME
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj "/CN=$1" \
    -keyout "$1-key.pem" -out "$1.pem" -addext basicConstraints=critical,CA:TRUE
}

signed() { # NAME AUTHORITY SUBJECT-ALTERNATIVE-NAMES USAGE, for the key in NAME-key.pem
  printf 'subjectAltName=%s\nextendedKeyUsage=%s\n' "$3" "$4" >extensions.tmp
  openssl req -new -key "$1-key.pem" -subj "/CN=$1" |
    openssl x509 -req -CA "$2.pem" -CAkey "$2-key.pem" -CAcreateserial -days 36500 -extfile extensions.tmp -out "$1.pem"
}

authority ca
authority other-ca

openssl ecparam -name prime256v1 -genkey -out server-sec1-key.pem # with EC PARAMETERS before the key
openssl pkcs8 -topk8 -nocrypt -in server-sec1-key.pem -out server-key.pem
signed server ca DNS:localhost,IP:127.0.0.1 serverAuth

openssl genrsa -out rsa-key.pem 2048
openssl rsa -traditional -in rsa-key.pem -out rsa-pkcs1-key.pem
openssl rsa -traditional -aes128 -passout pass:secret -in rsa-key.pem -out rsa-pkcs1-encrypted-key.pem
openssl pkcs8 -topk8 -passout pass:secret -in rsa-key.pem -out rsa-pkcs8-encrypted-key.pem
signed rsa ca DNS:localhost,IP:127.0.0.1 serverAuth

openssl genpkey -algorithm ed25519 -out ed25519-key.pem
signed ed25519 ca DNS:localhost,IP:127.0.0.1 serverAuth

for client in client stranger; do
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$client-key.pem"
done
signed client ca DNS:prometheus.example,IP:::1,URI:spiffe://example/prometheus,email:ops@example.org clientAuth
signed stranger other-ca DNS:prometheus.example clientAuth

rm -f extensions.tmp ./*.srl ca-key.pem other-ca-key.pem
