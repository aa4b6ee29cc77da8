#!/bin/bash
exec su-exec nobody id -un
