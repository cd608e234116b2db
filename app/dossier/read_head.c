/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FORMAT "demarche-dossier"
#define VERSION 1

static gboolean
check_format (DemReader *reader)
{
  const DemJsonTape *tape = reader->tape;
  guint token;
  gsize length;
  const char *format;

  if (dem_json_tape_type (tape, 0) != DEM_JSON_OBJECT)
    {
      dem_reader_fail (reader, 0, "not-a-dossier",
                       _ ("This is JSON, but no dossier: a dossier is an object."));
      return FALSE;
    }
  token = dem_json_tape_find (tape, 0, "format");
  if (token == DEM_JSON_NO_TOKEN)
    {
      dem_reader_fail (reader, 0, "not-a-dossier",
                       _ ("This is JSON, but no dossier: “format” is missing. Add \"format\": \"%s\"."),
                       FORMAT);
      return FALSE;
    }
  if (dem_json_tape_type (tape, token) == DEM_JSON_STRING)
    {
      format = dem_json_tape_string (tape, token, reader->scratch, &length);
      if (length == strlen (FORMAT) && memcmp (format, FORMAT, length) == 0)
        return TRUE;
    }
  dem_reader_fail (reader, token, "not-a-dossier",
                   _ ("The format of a dossier is called “%s”. This is another file."), FORMAT);
  return FALSE;
}

static gboolean
check_version (DemReader *reader)
{
  const DemJsonTape *tape = reader->tape;
  guint token = dem_json_tape_find (tape, 0, "version");
  double version;

  if (token == DEM_JSON_NO_TOKEN || dem_json_tape_type (tape, token) != DEM_JSON_NUMBER)
    {
      dem_reader_fail (reader, token == DEM_JSON_NO_TOKEN ? 0 : token, "unsupported-version",
                       _ ("“version” has to be the number %d. Add it."), VERSION);
      return FALSE;
    }
  version = dem_json_tape_number (tape, token);
  if (version >= VERSION && version <= VERSION)
    return TRUE;
  dem_reader_fail (reader, token, "unsupported-version",
                   _ ("Version %g of the format can’t be read, only version %d. A newer program may."),
                   version, VERSION);
  return FALSE;
}

/* A day on which we stand: the last one that the date may mean. */
static DemDay
read_today (DemReader *reader)
{
  DemEdtf date = dem_reader_date (reader, 0, "today");

  if (!dem_edtf_is_dated (&date))
    return dem_day_today ();
  if (date.start_min == date.end_max && dem_day_is_finite (date.end_max))
    return date.end_max;
  dem_reader_warn (
      reader, dem_json_tape_find (reader->tape, 0, "today"), "today-is-no-day",
      _ ("“today” has to be one day, such as 2020-11-19. The last day that it may mean is used."));
  return dem_day_is_finite (date.end_max) ? date.end_max : dem_day_today ();
}

/* Members that the model does not keep, so that --check tells what is wrong with them as well. */
static void
check_rest (DemReader *reader)
{
  dem_reader_text (reader, 0, "license");
  dem_reader_date (reader, 0, "created");
  dem_reader_date (reader, 0, "modified");
}

static void
read_briefing (DemReader *reader)
{
  DemDossier *dossier = reader->dossier;
  guint briefing = dem_reader_get (reader, 0, "briefing", DEM_JSON_OBJECT);

  dossier->briefing_minutes = NAN;
  if (briefing == DEM_JSON_NO_TOKEN)
    return;
  dossier->briefing_title = dem_reader_needed_text (reader, briefing, "title", NULL);
  dossier->marking = dem_reader_text (reader, briefing, "marking");
  dossier->briefing_minutes = dem_reader_number (reader, briefing, "minutes", 0, HUGE_VAL, NAN);
}

gboolean
dem_read_head (DemReader *reader)
{
  DemDossier *dossier = reader->dossier;

  if (!check_format (reader) || !check_version (reader))
    return FALSE;
  dossier->id = dem_reader_needed_text (reader, 0, "id", NULL);
  dossier->title = dem_reader_needed_text (reader, 0, "title", NULL);
  dossier->subtitle = dem_reader_text (reader, 0, "subtitle");
  dossier->summary = dem_reader_text (reader, 0, "summary");
  dossier->creator = dem_reader_text (reader, 0, "creator");
  dossier->language = dem_reader_text (reader, 0, "language");
  dossier->today = read_today (reader);
  read_briefing (reader);
  check_rest (reader);
  return TRUE;
}
