#!/bin/sh
i=0
until [ -f /tmp/ready ]; do
  i=$((i + 1))
  echo "try $i of $TRIES"
  if [ "$i" -ge "$TRIES" ]; then touch /tmp/ready; fi
  sleep 1
done
echo ready
