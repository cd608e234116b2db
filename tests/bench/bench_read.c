/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a large dossier takes to read and how much memory, beside json-glib's bare parse of the same
 * bytes.
 *
 * Usage: bench-read [MEGABYTES [RUNS]]
 *
 * Writes a dossier of 55 megabytes (about 100,000 events) to a temporary file and lets processes of their own
 * read it, in turn: the guard alone, our reader on all processors, and json-glib into its tree. Prints one
 * line of JSON with the best time and the least memory of the runs (3) of each. Memory is what a process
 * grows by at its peak, the file's bytes included. */
#include "app/base/json_guard.h"
#include "app/dossier/loader.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEFAULT_MEGABYTES 55
#define DEFAULT_RUNS 3
#define N_SOURCES 40
#define N_PLACES 500
#define N_ACTORS 2000

/* --- the dossier --- */

static void
append_comma (GString *text, guint i)
{
  g_string_append (text, i > 0 ? ",\n" : "\n");
}

static void
append_sources (GString *text)
{
  g_string_append (text, "  \"sources\": [");
  for (guint i = 0; i < N_SOURCES; i++)
    {
      append_comma (text, i);
      g_string_append_printf (
          text,
          "    { \"id\": \"source-%u\", \"type\": \"article-newspaper\", \"title\": \"Report %u\", "
          "\"author\": [{ \"family\": \"Writer\", \"given\": \"A. %u\" }], \"issued\": "
          "{ \"date-parts\": [[%u, 3, 4]] }, \"paragraphs\": 40 }",
          i, i, i, 1980 + i);
    }
  g_string_append (text, "\n  ],\n");
}

static void
append_places (GString *text)
{
  g_string_append (text, "  \"places\": [");
  for (guint i = 0; i < N_PLACES; i++)
    {
      append_comma (text, i);
      g_string_append_printf (
          text, "    { \"id\": \"place-%u\", \"name\": \"Place %u\", \"lat\": %d.25, \"lon\": %d.5 }", i, i,
          (int) (i % 160) - 80, (int) (i % 340) - 170);
    }
  g_string_append (text, "\n  ],\n");
}

static void
append_actors (GString *text)
{
  g_string_append (text, "  \"actors\": [");
  for (guint i = 0; i < N_ACTORS; i++)
    {
      append_comma (text, i);
      g_string_append_printf (
          text,
          "    { \"id\": \"actor-%u\", \"name\": \"Actor number %u\", \"kind\": \"organisation\", "
          "\"place\": \"place-%u\", \"when\": \"19%02u/..\", \"aliases\": [\"The %uth\"] }",
          i, i, i % N_PLACES, i % 100, i);
    }
  g_string_append (text, "\n  ],\n");
}

static void
append_event (GString *text, guint i)
{
  g_string_append_printf (
      text,
      "    {\n"
      "      \"id\": \"event-%u\",\n"
      "      \"title\": \"Delegations %u and %u meet for the round of talks number %u\",\n"
      "      \"label\": \"Talks %u\",\n"
      "      \"when\": \"%u-%02u-%02u\",\n"
      "      \"actors\": [\"actor-%u\", \"actor-%u\"],\n"
      "      \"place\": \"place-%u\",\n"
      "      \"kind\": \"%s\",\n"
      "      \"importance\": 0.%u,\n"
      "      \"summary\": \"A sentence or two on what was said there, as long as the summaries that people "
      "write: "
      "what was asked, what was granted, and what was put off to another time – “nothing is agreed”.\",\n"
      "      \"basis\": \"reading\",\n"
      "      \"cites\": [{ \"source\": \"source-%u\", \"locator\": \"%u\", \"for\": \"when\" }]\n"
      "    }",
      i, i % 97, i % 89, i, i, 1950 + i % 70, 1 + i % 12, 1 + i % 28, i % N_ACTORS, (i * 7 + 1) % N_ACTORS,
      i % N_PLACES, i % 3 == 0 ? "meeting" : "statement", i % 10, i % N_SOURCES, 1 + i % 40);
}

static GString *
make_dossier (gsize size)
{
  GString *text = g_string_sized_new (size + 4096);

  g_string_append (text,
                   "{\n  \"format\": \"demarche-dossier\",\n  \"version\": 1,\n  \"id\": \"urn:bench\",\n"
                   "  \"title\": \"A large dossier\",\n  \"today\": \"2020-11-19\",\n");
  append_sources (text);
  append_places (text);
  append_actors (text);
  g_string_append (text, "  \"events\": [");
  for (guint i = 0; text->len < size; i++)
    {
      append_comma (text, i);
      append_event (text, i);
    }
  g_string_append (text, "\n  ]\n}\n");
  return text;
}

/* --- what is measured, each in a process of its own --- */

static void
run_reader (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DemLoader *loader = dem_loader_new (file);
  DemDossier *dossier = dem_loader_load (loader, NULL, NULL);

  if (dossier == NULL || dem_loader_get_problems (loader)->len > 0)
    g_error ("The dossier of the benchmark is not clean");
}

static void
run_guard (const char *path)
{
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL)
      || dem_json_guard (text, size, NULL, NULL, NULL, NULL) == NULL)
    g_error ("The guard refuses the dossier of the benchmark");
}

static void
run_json_glib (const char *path)
{
  JsonParser *parser = json_parser_new_immutable ();
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL)
      || !json_parser_load_from_data (parser, text, (gssize) size, NULL))
    g_error ("json-glib refuses the dossier of the benchmark");
}

static const struct
{
  const char *name;
  void (*run) (const char *path);
} subjects[] = { { "guard", run_guard }, { "reader", run_reader }, { "json_glib", run_json_glib } };

typedef struct
{
  double milliseconds;
  double cpu_milliseconds;
  double megabytes;
} Cost;

static double
own_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* The child tells its time and how much memory it had to begin with; the rest is known when it has ended. */
static Cost
measure (guint subject, const char *path)
{
  double told[2];
  int ends[2];
  struct rusage usage;
  int status;
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("No process can be started");
  if (child == 0)
    {
      gint64 start = g_get_monotonic_time ();

      told[1] = own_megabytes ();
      subjects[subject].run (path);
      told[0] = (double) (g_get_monotonic_time () - start) / 1000;
      _exit (write (ends[1], told, sizeof told) == sizeof told ? 0 : 1);
    }
  if (read (ends[0], told, sizeof told) != sizeof told || wait4 (child, &status, 0, &usage) < 0
      || status != 0)
    g_error ("%s failed", subjects[subject].name);
  close (ends[0]);
  close (ends[1]);
  return (Cost){
    .milliseconds = told[0],
    .cpu_milliseconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
                        + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000,
    .megabytes = (double) usage.ru_maxrss / 1024 - told[1],
  };
}

static Cost
least (Cost a, Cost b)
{
  return (Cost){ MIN (a.milliseconds, b.milliseconds), MIN (a.cpu_milliseconds, b.cpu_milliseconds),
                 MIN (a.megabytes, b.megabytes) };
}

/* Written and forgotten before the children start, so that they inherit little memory. */
static gsize
write_dossier (const char *path, gsize size)
{
  g_autoptr (GString) text = make_dossier (size);
  gsize length = text->len;
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
  return length;
}

int
main (int argc, char **argv)
{
  guint megabytes = argc > 1 ? (guint) atoi (argv[1]) : DEFAULT_MEGABYTES;
  guint runs = argc > 2 ? (guint) atoi (argv[2]) : DEFAULT_RUNS;
  g_autofree char *folder = g_dir_make_tmp ("demarche-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.dossier.json", NULL);
  gsize size = write_dossier (path, (gsize) megabytes * 1000 * 1000);
  Cost best[G_N_ELEMENTS (subjects)];

  for (guint run = 0; run < MAX (runs, 1); run++)
    for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
      {
        Cost cost = measure (i, path);

        best[i] = run == 0 ? cost : least (best[i], cost);
      }
  g_print ("{\"bytes\": %" G_GSIZE_FORMAT ", \"processors\": %u", size, g_get_num_processors ());
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_print (", \"%s\": {\"ms\": %.0f, \"cpu_ms\": %.0f, \"peak_mib\": %.1f}", subjects[i].name,
             best[i].milliseconds, best[i].cpu_milliseconds, best[i].megabytes);
  g_print (", \"time_ratio\": %.2f, \"memory_ratio\": %.2f}\n", best[1].milliseconds / best[2].milliseconds,
           best[1].megabytes / best[2].megabytes);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
