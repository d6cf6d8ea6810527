# Mistakes that Senders make. BREAK=<name> makes one of them, to see what is said of it.

BREAK=${BREAK:-}
REASON_NEW=new

case $BREAK in
  '' | header | order | link) ;;
  reason) REASON_NEW=create ;; # a code that BaRS does not have
  *)
    echo 'BREAK is one of header, order, reason, link' >&2
    exit 1
    ;;
esac

# The lines of GNU base64, which a shell makes one, with spaces, where a variable is not quoted.
mistake_in_header() {
  if [ "$BREAK" = header ]; then fold -w 76 | tr '\n' ' '; else cat; fi
}

# The MessageHeader, which comes first, after all else.
mistake_in_order() {
  if [ "$BREAK" = order ]; then sed -e 1h -e 1d -e '$G'; else cat; fi
}

# A referral that does not say which booking it goes with.
mistake_in_link() {
  if [ "$BREAK" = link ]; then grep -v supportingInfo; else cat; fi
}
