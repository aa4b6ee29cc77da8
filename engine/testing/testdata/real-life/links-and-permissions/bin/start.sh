#!/bin/sh
echo started > /var/log/app.log
