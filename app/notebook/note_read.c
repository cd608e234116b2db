/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/base/json_guard.h"
#include "app/notebook/note_private.h"

/* An annotation becomes a note. */

static const char *const motivations[DEM_NOTE_OTHERWISE]
    = { "commenting", "tagging", "questioning", "assessing", "replying" };
static const char *const colours[DEM_N_NOTE_COLOURS] = { "amber", "orange", "purple", "green", "grey" };

const char *
dem_note_motivation_get_name (DemNoteMotivation motivation)
{
  g_return_val_if_fail (motivation < DEM_NOTE_OTHERWISE, NULL);

  return motivations[motivation];
}

const char *
dem_note_colour_get_name (DemNoteColour colour)
{
  g_return_val_if_fail (colour < DEM_N_NOTE_COLOURS, NULL);

  return colours[colour];
}

/* ---- Dates ---- */

static GDateTime *
read_date (DemNoteReader *reader, guint object, const char *name)
{
  guint token = dem_note_reader_get (reader, object, name, DEM_JSON_STRING);
  g_autofree char *text = dem_note_reader_dup_string (reader, token);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) in_utc = NULL;

  if (text == NULL)
    return NULL;
  date = g_date_time_new_from_iso8601 (text, utc);
  in_utc = date != NULL ? g_date_time_to_utc (date) : NULL;
  if (in_utc != NULL && g_date_time_get_year (in_utc) <= DEM_NOTE_LAST_YEAR)
    return g_steal_pointer (&in_utc);
  dem_note_reader_warn (reader, token, "bad-date",
                        _ ("“%s” is no date with a time. Write it as 2020-11-19T10:42:00Z."), text);
  return NULL;
}

static void
read_dates (DemNoteReader *reader, guint object, DemNote *note)
{
  note->created = read_date (reader, object, "created");
  note->modified = read_date (reader, object, "modified");
  if (note->created == NULL)
    note->created = note->modified != NULL ? g_date_time_ref (note->modified) : g_date_time_new_from_unix_utc (0);
  if (note->modified == NULL)
    note->modified = g_date_time_ref (note->created);
}

/* ---- Author and motivation ---- */

static const char *const person_members[] = { "type", "name", NULL };

/* What somebody is called: a name, else a nickname, else an address. */
static char *
read_agent (DemNoteReader *reader, guint token)
{
  static const char *const names[] = { "name", "nickname", "id", "email" };

  if (dem_json_tape_type (reader->tape, token) == DEM_JSON_STRING)
    return dem_note_reader_dup_string (reader, token);
  for (guint i = 0; dem_json_tape_type (reader->tape, token) == DEM_JSON_OBJECT && i < G_N_ELEMENTS (names); i++)
    {
      char *name = dem_note_reader_dup_string (reader, dem_json_tape_find (reader->tape, token, names[i]));

      if (name != NULL && *name != '\0')
        return name;
      g_free (name);
    }
  return NULL;
}

static gboolean
is_our_person (DemNoteReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;
  g_autofree char *others = NULL;
  guint type;

  if (dem_json_tape_type (tape, token) != DEM_JSON_OBJECT)
    return FALSE;
  others = dem_note_reader_dup_others (reader, token, person_members);
  type = dem_json_tape_find (tape, token, "type");
  return others == NULL && type != DEM_JSON_NO_TOKEN && dem_json_tape_type (tape, type) == DEM_JSON_STRING
         && dem_note_reader_says (reader, type, "Person");
}

static void
read_creator (DemNoteReader *reader, guint object, DemNote *note)
{
  const DemJsonTape *tape = reader->tape;
  guint token = dem_json_tape_find (tape, object, "creator");
  guint first = token;

  if (token == DEM_JSON_NO_TOKEN)
    return;
  if (dem_json_tape_type (tape, token) == DEM_JSON_ARRAY && tape->tokens[token].extent > 0)
    first = token + 1;
  note->creator = read_agent (reader, first);
  if (note->creator == NULL || !is_our_person (reader, token))
    note->creator_json = dem_note_reader_dup_json (reader, token);
}

static void
read_motivation (DemNoteReader *reader, guint object, DemNote *note)
{
  guint token = dem_json_tape_find (reader->tape, object, "motivation");

  if (token == DEM_JSON_NO_TOKEN)
    return;
  for (guint i = 0; i < DEM_NOTE_OTHERWISE; i++)
    if (dem_json_tape_type (reader->tape, token) == DEM_JSON_STRING
        && dem_note_reader_says (reader, token, motivations[i]))
      {
        note->motivation = i;
        return;
      }
  note->motivation = DEM_NOTE_OTHERWISE;
  note->motivation_json = dem_note_reader_dup_json (reader, token);
}

/* ---- Bodies ---- */

typedef struct
{
  DemNote *note;
  GPtrArray *tags;
  GString *others;
  gboolean has_text;
} Bodies;

static gboolean
is_text_body (DemNoteReader *reader, guint token)
{
  guint type, value;

  if (dem_json_tape_type (reader->tape, token) != DEM_JSON_OBJECT)
    return FALSE;
  type = dem_json_tape_find (reader->tape, token, "type");
  value = dem_json_tape_find (reader->tape, token, "value");
  return value != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, value) == DEM_JSON_STRING
         && (type == DEM_JSON_NO_TOKEN || dem_note_reader_says (reader, type, "TextualBody"));
}

static void
read_tag (DemNoteReader *reader, guint token, Bodies *bodies)
{
  static const char *const ours[] = { "type", "value", "purpose", NULL };
  g_autofree char *others = dem_note_reader_dup_others (reader, token, ours);
  char *tag = dem_note_reader_dup_member (reader, token, "value");

  g_ptr_array_add (bodies->tags, tag);
  if (others == NULL)
    return;
  if (bodies->note->tag_bodies == NULL)
    bodies->note->tag_bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (bodies->note->tag_bodies, g_strstrip (g_strdup (tag)),
                       dem_note_reader_dup_json (reader, token));
}

/* What is said of the text besides that it is Markdown. */
static char *
read_text_members (DemNoteReader *reader, guint token)
{
  static const char *const value[] = { "value", NULL };
  static const char *const ours[] = { "type", "value", "format", NULL };
  g_autofree char *others = dem_note_reader_dup_others (reader, token, ours);
  guint type = dem_json_tape_find (reader->tape, token, "type");
  guint format = dem_json_tape_find (reader->tape, token, "format");

  if (others == NULL && dem_note_reader_says (reader, type, "TextualBody")
      && dem_json_tape_type (reader->tape, type) == DEM_JSON_STRING
      && dem_note_reader_says (reader, format, "text/markdown")
      && dem_json_tape_type (reader->tape, format) == DEM_JSON_STRING)
    return NULL;
  return dem_note_reader_dup_others (reader, token, value);
}

/* The first text that is no tag and no HTML is the note's; all else is kept as it is. */
static void
read_body (DemNoteReader *reader, guint token, Bodies *bodies)
{
  gboolean is_text = is_text_body (reader, token);

  if (is_text && dem_note_reader_says (reader, dem_json_tape_find (reader->tape, token, "purpose"), "tagging"))
    read_tag (reader, token, bodies);
  else if (is_text && !bodies->has_text
           && !dem_note_reader_says (reader, dem_json_tape_find (reader->tape, token, "format"), "text/html"))
    {
      bodies->has_text = TRUE;
      g_free (bodies->note->text);
      bodies->note->text = dem_note_reader_dup_member (reader, token, "value");
      bodies->note->text_members = read_text_members (reader, token);
    }
  else
    dem_note_reader_collect (reader, bodies->others, token);
}

static void
read_bodies (DemNoteReader *reader, guint object, DemNote *note)
{
  const DemJsonTape *tape = reader->tape;
  guint body = dem_json_tape_find (tape, object, "body");
  g_autofree char *value = dem_note_reader_dup_member (reader, object, "bodyValue");
  Bodies bodies = { note, g_ptr_array_new_with_free_func (g_free), g_string_new (NULL), value != NULL };

  if (value != NULL)
    {
      g_free (note->text);
      note->text = g_steal_pointer (&value);
    }
  if (body != DEM_JSON_NO_TOKEN && dem_json_tape_type (tape, body) == DEM_JSON_ARRAY)
    for (guint i = body + 1; i < dem_json_tape_end (tape, body); i = dem_json_tape_next (tape, i))
      read_body (reader, i, &bodies);
  else if (body != DEM_JSON_NO_TOKEN)
    read_body (reader, body, &bodies);
  g_ptr_array_add (bodies.tags, NULL);
  g_strfreev (note->tags);
  note->tags = dem_note_clean_tags ((const char *const *) bodies.tags->pdata);
  note->bodies = dem_note_reader_collected (bodies.others);
  g_ptr_array_unref (bodies.tags);
}

/* ---- Targets ---- */

static gboolean
read_targets (DemNoteReader *reader, guint object, DemNote *note)
{
  const DemJsonTape *tape = reader->tape;
  guint target = dem_json_tape_find (tape, object, "target");

  if (target == DEM_JSON_NO_TOKEN)
    return FALSE;
  if (dem_json_tape_type (tape, target) != DEM_JSON_ARRAY)
    g_ptr_array_add (note->targets, dem_note_reader_read_target (reader, target));
  else
    for (guint i = target + 1; i < dem_json_tape_end (tape, target); i = dem_json_tape_next (tape, i))
      g_ptr_array_add (note->targets, dem_note_reader_read_target (reader, i));
  return note->targets->len > 0;
}

/* ---- What is ours alone ---- */

static void
read_colour (DemNoteReader *reader, guint object, DemNote *note)
{
  guint token = dem_note_reader_get (reader, object, "demarche:colour", DEM_JSON_STRING);

  if (token == DEM_JSON_NO_TOKEN)
    return;
  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    if (dem_note_reader_says (reader, token, colours[i]))
      {
        note->colour = i;
        return;
      }
  note->colour_json = dem_note_reader_dup_json (reader, token);
  dem_note_reader_warn (reader, token, "unknown-colour",
                        _ ("Notes are amber, orange, purple, green or grey. This one is shown in amber."));
}

static void
read_private (DemNoteReader *reader, guint object, DemNote *note)
{
  guint token = dem_note_reader_get (reader, object, "demarche:private", DEM_JSON_TRUE);

  note->is_private
      = token != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, token) == DEM_JSON_TRUE;
}

/* ---- The whole ---- */

static guint
measure_depth (const DemJsonTape *tape, guint top)
{
  guint ends[DEM_JSON_MAX_DEPTH];
  guint depth = 0, deepest = 0;

  for (guint token = top; token < dem_json_tape_next (tape, top); token++)
    {
      while (depth > 0 && token >= ends[depth - 1])
        depth--;
      if (tape->tokens[token].type >= DEM_JSON_ARRAY)
        ends[depth++] = dem_json_tape_next (tape, token);
      deepest = MAX (deepest, depth);
    }
  return deepest;
}

/* What keeps a value from being a note; NULL if nothing does. */
static const char *
find_obstacle (DemNoteReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;

  if (dem_json_tape_type (tape, token) != DEM_JSON_OBJECT)
    return _ ("An annotation is an object. This is left as it is.");
  if (!dem_note_reader_says (reader, dem_json_tape_find (tape, token, "type"), "Annotation"))
    return _ ("The type of an annotation is “Annotation”. This is something else, and left as it is.");
  if (measure_depth (tape, token) > DEM_NOTE_MAX_DEPTH)
    return _ ("This is nested too deeply for a note. It is left as it is.");
  return NULL;
}

/* The context that every annotation file has says nothing about this note. */
static void
read_members (DemNoteReader *reader, guint object, DemNote *note)
{
  static const char *const ours[]
      = { "id",   "type",   "created",         "modified",         "creator",  "motivation", "body", "bodyValue",
          "target", "demarche:colour", "demarche:private", "@context", NULL };
  static const char *const ours_with_context[]
      = { "id",   "type",   "created",         "modified",         "creator", "motivation", "body", "bodyValue",
          "target", "demarche:colour", "demarche:private", NULL };
  guint context = dem_json_tape_find (reader->tape, object, "@context");
  gboolean is_plain = context != DEM_JSON_NO_TOKEN
                      && dem_json_tape_type (reader->tape, context) == DEM_JSON_STRING
                      && dem_note_reader_says (reader, context, DEM_ANNOTATION_CONTEXT);

  note->members = dem_note_reader_dup_others (reader, object, is_plain ? ours : ours_with_context);
}

DemNote *
dem_note_reader_read (DemNoteReader *reader, guint token, const char *pointer)
{
  g_autoptr (DemNote) note = NULL;
  const char *obstacle;

  g_return_val_if_fail (reader != NULL && pointer != NULL, NULL);

  reader->item = token;
  g_free (reader->pointer);
  reader->pointer = g_strdup (pointer);
  obstacle = find_obstacle (reader, token);
  if (obstacle != NULL)
    {
      dem_note_reader_warn (reader, token, "not-an-annotation", "%s", obstacle);
      return NULL;
    }
  note = dem_note_new_empty ();
  if (!read_targets (reader, token, note))
    {
      dem_note_reader_warn (reader, token, "no-target",
                            _ ("An annotation without a target is about nothing. Add a “target”."));
      return NULL;
    }
  note->id = dem_note_reader_dup_member (reader, token, "id");
  if (note->id == NULL || *note->id == '\0')
    {
      g_free (note->id);
      note->id = dem_note_make_id ();
    }
  read_dates (reader, token, note);
  read_creator (reader, token, note);
  read_motivation (reader, token, note);
  read_bodies (reader, token, note);
  read_colour (reader, token, note);
  read_private (reader, token, note);
  read_members (reader, token, note);
  return g_steal_pointer (&note);
}
