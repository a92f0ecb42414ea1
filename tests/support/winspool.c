/* The print spooler of Windows as far as Kontor calls it, for a machine without: what comes is written to KONTOR_SPOOL,
   one byte for each wide character. Queues: "absent" is none, "off" works offline, "empty" has no paper, "torn" takes
   no more than seven bytes, all others take at most 1000 bytes at a time. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { uint16_t *name, *file, *datatype; } DOC_INFO_1W;
typedef struct { void *pointers[13]; uint32_t Attributes, Priority, DefaultPriority, StartTime, UntilTime, Status, cJobs, AveragePPM; } PRINTER_INFO_2W;
typedef struct { char queue[64]; FILE *spool; size_t taken; } Queue;

static void narrow(const uint16_t *wide, char *out) { while ((*out++ = (char)*wide++)) {} }

int OpenPrinterW(const uint16_t *name, void **handle, void *defaults) {
  Queue *queue = calloc(1, sizeof *queue);
  narrow(name, queue->queue);
  if (defaults != NULL || strcmp(queue->queue, "absent") == 0) { free(queue); return 0; }
  *handle = queue;
  return 1;
}
int GetPrinterW(Queue *queue, uint32_t level, uint8_t *out, uint32_t room, uint32_t *needed) {
  *needed = sizeof(PRINTER_INFO_2W) + 32;
  if (level != 2 || out == NULL || room < *needed) return 0;
  PRINTER_INFO_2W info = { .Priority = 1, .cJobs = 7 };
  if (strcmp(queue->queue, "off") == 0) info.Attributes = 0x400;
  if (strcmp(queue->queue, "empty") == 0) info.Status = 0x10;
  memcpy(out, &info, sizeof info);
  return 1;
}
int StartDocPrinterW(Queue *queue, uint32_t level, DOC_INFO_1W *info) {
  char name[64], type[16];
  if (level != 1 || info->file != NULL) return 0;
  narrow(info->name, name);
  narrow(info->datatype, type);
  queue->spool = fopen(getenv("KONTOR_SPOOL"), "ab");
  fprintf(queue->spool, "[%s %s %s]", queue->queue, name, type);
  return 42;
}
int StartPagePrinter(Queue *queue) { return queue->spool != NULL; }
int WritePrinter(Queue *queue, const uint8_t *bytes, uint32_t length, uint32_t *written) {
  size_t most = strcmp(queue->queue, "torn") == 0 ? 7 - queue->taken : 1000;
  *written = (uint32_t)fwrite(bytes, 1, length < most ? length : most, queue->spool);
  queue->taken += *written;
  return 1;
}
int EndPagePrinter(Queue *queue) { return queue->spool != NULL; }
int EndDocPrinter(Queue *queue) { fputs("[end]", queue->spool); fclose(queue->spool); queue->spool = NULL; return 1; }
int ClosePrinter(Queue *queue) { free(queue); return 1; }
