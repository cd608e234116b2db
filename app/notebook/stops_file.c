/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/stops_file.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/base/edtf.h"
#include "app/base/json_text.h"

static const char *const stage_names[] = { "map", "network", "argument" };

/* ---- Reading ---- */

/* The texts of a list; what is no text in it is told and left out. (nullable) */
static char **
read_list (DemNoteReader *reader, guint object, const char *name)
{
  const DemJsonTape *tape = reader->tape;
  guint list = dem_note_reader_get (reader, object, name, DEM_JSON_ARRAY);
  g_autoptr (GStrvBuilder) builder = NULL;

  if (list == DEM_JSON_NO_TOKEN)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i))
    {
      g_autofree char *text = dem_note_reader_dup_string (reader, i);

      if (text != NULL && *text != '\0')
        g_strv_builder_add (builder, text);
      else
        dem_note_reader_warn (reader, i, "bad-stop", _ ("In this list of a stop stand ids. This one is left out."));
    }
  return g_strv_builder_end (builder);
}

/* NAN when there is none, or, told, none in range. */
static double
read_number (DemNoteReader *reader, guint object, const char *name, double least, double most)
{
  guint token = dem_note_reader_get (reader, object, name, DEM_JSON_NUMBER);
  double number = token != DEM_JSON_NO_TOKEN ? dem_json_tape_number (reader->tape, token) : NAN;

  if (token == DEM_JSON_NO_TOKEN || (isfinite (number) && number >= least && number <= most))
    return number;
  dem_note_reader_warn (reader, token, "bad-stop", _ ("“%s” of a stop is out of range and left out."), name);
  return NAN;
}

static void
read_camera (DemNoteReader *reader, guint object, DemShot *shot)
{
  guint camera = dem_note_reader_get (reader, object, "camera", DEM_JSON_OBJECT);

  if (camera == DEM_JSON_NO_TOKEN)
    return;
  shot->latitude = read_number (reader, camera, "lat", -90, 90);
  shot->longitude = read_number (reader, camera, "lon", -180, 180);
  shot->zoom = read_number (reader, camera, "zoom", 0, G_MAXDOUBLE);
  shot->fit = read_list (reader, camera, "fit");
}

static DemShot *
read_shot (DemNoteReader *reader, guint stop)
{
  guint object = dem_note_reader_get (reader, stop, "shows", DEM_JSON_OBJECT);
  g_autofree char *window = NULL;
  DemShot *shot;
  DemEdtf date;

  if (object == DEM_JSON_NO_TOKEN)
    return NULL;
  shot = dem_shot_new (DEM_STAGE_MAP);
  for (guint i = 0; i < G_N_ELEMENTS (stage_names); i++)
    if (dem_note_reader_says (reader, dem_json_tape_find (reader->tape, object, "stage"), stage_names[i]))
      shot->stage = i;
  shot->select = read_list (reader, object, "select");
  shot->scenario = dem_note_reader_dup_member (reader, object, "scenario");
  shot->perspective = dem_note_reader_dup_member (reader, object, "perspective");
  window = dem_note_reader_dup_member (reader, object, "window");
  if (window != NULL && dem_edtf_parse (window, &date, NULL))
    shot->window = g_steal_pointer (&window);
  else if (window != NULL)
    dem_note_reader_warn (reader, dem_json_tape_find (reader->tape, object, "window"), "bad-stop",
                          _ ("“%s” is no period. The stop shows all time instead."), window);
  read_camera (reader, object, shot);
  return shot;
}

static gboolean
read_points (const DemJsonTape *tape, guint list, GArray *points)
{
  if (list == DEM_JSON_NO_TOKEN || dem_json_tape_type (tape, list) != DEM_JSON_ARRAY)
    return FALSE;
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i))
    {
      double number = dem_json_tape_type (tape, i) == DEM_JSON_NUMBER ? dem_json_tape_number (tape, i) : NAN;

      if (!isfinite (number))
        return FALSE;
      g_array_append_val (points, number);
    }
  return points->len > 0 && points->len % 2 == 0;
}

static void
read_strokes (DemNoteReader *reader, guint object, DemOwnStop *stop)
{
  const DemJsonTape *tape = reader->tape;
  guint list = dem_note_reader_get (reader, object, "strokes", DEM_JSON_ARRAY);

  if (list == DEM_JSON_NO_TOKEN)
    return;
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i))
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
      gboolean is_object = dem_json_tape_type (tape, i) == DEM_JSON_OBJECT;
      double width = is_object ? read_number (reader, i, "width", 0, 1) : NAN;

      if (!isnan (width) && read_points (tape, dem_json_tape_find (tape, i, "points"), points))
        {
          DemStroke stroke = { width, points->len / 2, (double *) (gpointer) points->data };

          dem_own_stop_add_stroke (stop, &stroke);
        }
      else
        dem_note_reader_warn (reader, i, "bad-stroke",
                              _ ("A stroke has a width and points, [x, y, x, y, …]. This one is left out."));
    }
}

static void
read_stop (DemNoteReader *reader, guint object, DemStops *stops)
{
  static const char *const ours[] = { "id", "hidden", "kicker", "headline", "text", "notes",
                                      "minutes", "shows", "strokes", NULL };
  g_autoptr (DemOwnStop) stop = NULL;
  g_autofree char *id = NULL;
  guint hidden;

  if (dem_json_tape_type (reader->tape, object) == DEM_JSON_OBJECT)
    id = dem_note_reader_dup_string (reader, dem_json_tape_find (reader->tape, object, "id"));
  if (id == NULL || *id == '\0' || dem_stops_get (stops, id) != NULL)
    {
      dem_note_reader_warn (reader, object, "bad-stop",
                            _ ("A stop is an object with an “id” of its own. This one is left out."));
      return;
    }
  stop = dem_own_stop_new (id);
  hidden = dem_note_reader_get (reader, object, "hidden", DEM_JSON_TRUE);
  stop->is_hidden = hidden != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, hidden) == DEM_JSON_TRUE;
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    stop->texts[i] = dem_note_reader_dup_member (reader, object, dem_stop_text_get_name (i));
  stop->minutes = read_number (reader, object, "minutes", 0, G_MAXDOUBLE);
  stop->shot = read_shot (reader, object);
  read_strokes (reader, object, stop);
  stop->others = dem_note_reader_dup_others (reader, object, ours);
  dem_stops_put (stops, stop);
}

void
dem_stops_read (DemNoteReader *reader, DemStops *stops)
{
  const DemJsonTape *tape = reader->tape;
  guint object = dem_note_reader_get (reader, 0, "demarche:stops", DEM_JSON_OBJECT);
  g_auto (GStrv) order = NULL;
  g_autofree char *others = NULL;
  guint list;

  if (object == DEM_JSON_NO_TOKEN)
    return;
  order = read_list (reader, object, "order");
  dem_stops_set_order (stops, (const char *const *) order);
  others = dem_note_reader_dup_others (reader, object, (const char *const[]){ "order", "stops", NULL });
  dem_stops_set_others (stops, others);
  list = dem_note_reader_get (reader, object, "stops", DEM_JSON_ARRAY);
  if (list == DEM_JSON_NO_TOKEN)
    return;
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i))
    read_stop (reader, i, stops);
}

/* ---- Writing ---- */

static void
append_list (GString *json, const char *name, const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return;
  dem_json_append_name (json, name);
  g_string_append_c (json, '[');
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      dem_json_append_string (json, texts[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_number (GString *json, const char *name, double number)
{
  if (isnan (number))
    return;
  dem_json_append_name (json, name);
  dem_json_append_number (json, number);
}

static void
append_shot (GString *json, const DemShot *shot)
{
  dem_json_append_name (json, "shows");
  g_string_append_c (json, '{');
  dem_json_append_member (json, "stage", stage_names[shot->stage]);
  append_list (json, "select", (const char *const *) shot->select);
  dem_json_append_member (json, "window", shot->window);
  dem_json_append_member (json, "scenario", shot->scenario);
  dem_json_append_member (json, "perspective", shot->perspective);
  if (!isnan (shot->latitude) || !isnan (shot->longitude) || !isnan (shot->zoom) || shot->fit != NULL)
    {
      dem_json_append_name (json, "camera");
      g_string_append_c (json, '{');
      append_number (json, "lat", shot->latitude);
      append_number (json, "lon", shot->longitude);
      append_number (json, "zoom", shot->zoom);
      append_list (json, "fit", (const char *const *) shot->fit);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
}

static void
append_strokes (GString *json, GPtrArray *strokes)
{
  dem_json_append_name (json, "strokes");
  g_string_append_c (json, '[');
  for (guint i = 0; i < strokes->len; i++)
    {
      const DemStroke *stroke = strokes->pdata[i];

      dem_json_append_comma (json);
      g_string_append_c (json, '{');
      append_number (json, "width", stroke->width);
      dem_json_append_name (json, "points");
      g_string_append_c (json, '[');
      for (guint j = 0; j < 2 * stroke->n_points; j++)
        {
          g_string_append (json, j > 0 ? ", " : "");
          dem_json_append_number (json, stroke->points[j]);
        }
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');
}

static void
append_stop (GString *json, const DemOwnStop *stop)
{
  dem_json_append_comma (json);
  g_string_append (json, "\n      {");
  dem_json_append_member (json, "id", stop->id);
  if (stop->is_hidden)
    {
      dem_json_append_name (json, "hidden");
      g_string_append (json, "true");
    }
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    dem_json_append_member (json, dem_stop_text_get_name (i), stop->texts[i]);
  append_number (json, "minutes", stop->minutes);
  if (stop->shot != NULL)
    append_shot (json, stop->shot);
  if (stop->strokes != NULL && stop->strokes->len > 0)
    append_strokes (json, stop->strokes);
  dem_json_append_raw (json, stop->others);
  g_string_append_c (json, '}');
}

void
dem_stops_write (const DemStops *stops, GString *json)
{
  g_autofree const char **ids = NULL;

  if (dem_stops_is_empty (stops))
    return;
  ids = dem_stops_list (stops);
  dem_json_append_comma (json);
  g_string_append (json, "\n  ");
  dem_json_append_name (json, "demarche:stops");
  g_string_append_c (json, '{');
  append_list (json, "order", dem_stops_get_order (stops));
  dem_json_append_name (json, "stops");
  g_string_append_c (json, '[');
  for (guint i = 0; ids[i] != NULL; i++)
    append_stop (json, dem_stops_get (stops, ids[i]));
  g_string_append_c (json, ']');
  dem_json_append_raw (json, dem_stops_get_others (stops));
  g_string_append_c (json, '}');
}
