#include <stdio.h>
#include <libpq-fe.h>

int main(void) {
  printf("libpq %d\n", PQlibVersion());
  return 0;
}
