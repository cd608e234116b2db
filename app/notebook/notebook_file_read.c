/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/base/json_guard.h"
#include "app/notebook/note_reader.h"
#include "app/notebook/stops_file.h"

G_DEFINE_QUARK (dem-notebook-error-quark, dem_notebook_error)

/* ---- Is it a notebook, and ours? ---- */

static void
set_error (GError **error, DemNotebookError code, const DemJsonTape *tape, guint token, const char *message)
{
  DemJsonPlace place = DEM_JSON_PLACE_INIT;

  dem_json_place_advance (&place, tape->text, tape->size, tape->tokens[token].offset);
  /* Translators: where something is wrong in a file, and what. */
  g_set_error (error, DEM_NOTEBOOK_ERROR, code, _ ("Line %u, column %u: %s"), place.line, place.column, message);
}

static gboolean
check_version (DemNoteReader *reader, GError **error)
{
  const DemJsonTape *tape = reader->tape;
  guint token = dem_json_tape_find (tape, 0, "demarche:version");
  g_autofree char *message = NULL;
  double version;

  if (token == DEM_JSON_NO_TOKEN || dem_json_tape_type (tape, token) != DEM_JSON_NUMBER
      || (version = dem_json_tape_number (tape, token)) < 1 || version != floor (version))
    {
      message = g_strdup_printf (_ ("This is no notebook of Demarche: “demarche:version” has to be the number %d. Notes of "
                                    "other programs can be imported."),
                                 DEM_NOTEBOOK_VERSION);
      set_error (error, DEM_NOTEBOOK_ERROR_INVALID, tape, token == DEM_JSON_NO_TOKEN ? 0 : token, message);
      return FALSE;
    }
  if (version > DEM_NOTEBOOK_VERSION)
    {
      message = g_strdup_printf (
          _ ("A newer program wrote this notebook, in version %g of the format; only version %d can be read here."), version,
          DEM_NOTEBOOK_VERSION);
      set_error (error, DEM_NOTEBOOK_ERROR_NEWER, tape, token, message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_dossier (DemNoteReader *reader, GError **error)
{
  guint token = dem_json_tape_find (reader->tape, 0, "demarche:dossier");
  g_autofree char *id = dem_note_reader_dup_string (reader, token);
  g_autofree char *message = NULL;

  if (g_strcmp0 (id, reader->dossier_id) == 0)
    return TRUE;
  if (id == NULL)
    {
      set_error (error, DEM_NOTEBOOK_ERROR_INVALID, reader->tape, token == DEM_JSON_NO_TOKEN ? 0 : token,
                 _ ("“demarche:dossier” has to name the dossier that the notes are about."));
      return FALSE;
    }
  message = g_strdup_printf (_ ("These are the notes on another dossier, “%s”. Import them instead."), id);
  set_error (error, DEM_NOTEBOOK_ERROR_OTHER_DOSSIER, reader->tape, token, message);
  return FALSE;
}

/* The newest first, as a newer version may be different in all else. */
static gboolean
check_head (DemNoteReader *reader, GError **error)
{
  const DemJsonTape *tape = reader->tape;
  guint items;

  if (dem_json_tape_type (tape, 0) != DEM_JSON_OBJECT)
    {
      set_error (error, DEM_NOTEBOOK_ERROR_INVALID, tape, 0,
                 _ ("This is JSON, but no notebook: a notebook is an object."));
      return FALSE;
    }
  if (!check_version (reader, error) || !check_dossier (reader, error))
    return FALSE;
  if (!dem_note_reader_says (reader, dem_json_tape_find (tape, 0, "type"), "AnnotationPage"))
    {
      set_error (error, DEM_NOTEBOOK_ERROR_INVALID, tape, 0,
                 _ ("The type of a notebook is “AnnotationPage”. This is something else."));
      return FALSE;
    }
  items = dem_json_tape_find (tape, 0, "items");
  if (items != DEM_JSON_NO_TOKEN && dem_json_tape_type (tape, items) == DEM_JSON_ARRAY)
    return TRUE;
  set_error (error, DEM_NOTEBOOK_ERROR_INVALID, tape, items == DEM_JSON_NO_TOKEN ? 0 : items,
             _ ("“items” has to be the list of notes; write [] when there are none."));
  return FALSE;
}

/* ---- Notes ---- */

typedef struct
{
  DemNotebookContent *content;
  GHashTable *ids; /* id → note */
  GString *others;
} Items;

/* Two notes with one id: the newer keeps it, and the other gets another, since nothing that was written is dropped. */
static void
add_note (DemNoteReader *reader, Items *items, guint token, DemNote *note)
{
  DemNote *there = g_hash_table_lookup (items->ids, dem_note_get_id (note));
  guint at;

  if (there != NULL && dem_note_equal (there, note))
    {
      g_object_unref (note);
      return;
    }
  if (there != NULL)
    {
      gboolean is_newer = g_date_time_compare (dem_note_get_modified (note), dem_note_get_modified (there)) > 0;
      DemNote *renamed = dem_note_with_id (is_newer ? there : note, NULL);

      dem_note_reader_warn (reader, token, "duplicate-id",
                            _ ("Two notes have the id “%s”. Both are kept; the older one has got a new id."),
                            dem_note_get_id (note));
      if (is_newer && g_ptr_array_find (items->content->notes, there, &at))
        {
          g_hash_table_remove (items->ids, dem_note_get_id (there));
          g_ptr_array_remove_index (items->content->notes, at);
          add_note (reader, items, token, note);
        }
      else
        g_object_unref (note);
      note = renamed;
    }
  g_hash_table_insert (items->ids, (char *) dem_note_get_id (note), note);
  g_ptr_array_add (items->content->notes, note);
}

static void
read_items (DemNoteReader *reader, DemNotebookContent *content)
{
  const DemJsonTape *tape = reader->tape;
  guint list = dem_json_tape_find (tape, 0, "items");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Items items = { content, ids, g_string_new (NULL) };
  guint n = 0;

  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i), n++)
    {
      g_autofree char *pointer = g_strdup_printf ("/items/%u", n);
      DemNote *note = dem_note_reader_read (reader, i, pointer);

      if (note != NULL)
        add_note (reader, &items, i, note);
      else
        dem_note_reader_collect (reader, items.others, i);
    }
  reader->item = 0;
  g_free (reader->pointer);
  reader->pointer = g_strdup ("");
  content->items = dem_note_reader_collected (items.others);
  g_ptr_array_sort (content->notes, dem_note_compare_pointers);
  /* Made here, on a worker, so that the first letter of a search need not wait for it. */
  for (guint i = 0; i < content->notes->len; i++)
    dem_note_get_folded (content->notes->pdata[i]);
}

/* ---- Pins and judgements ---- */

static gboolean
read_pin (const DemJsonTape *tape, guint token, DemPin *pin)
{
  if (dem_json_tape_type (tape, token) != DEM_JSON_ARRAY || dem_json_tape_count (tape, token) != 2
      || tape->tokens[token].extent != 2 || dem_json_tape_type (tape, token + 1) != DEM_JSON_NUMBER
      || dem_json_tape_type (tape, token + 2) != DEM_JSON_NUMBER)
    return FALSE;
  pin->x = dem_json_tape_number (tape, token + 1);
  pin->y = dem_json_tape_number (tape, token + 2);
  return isfinite (pin->x) && isfinite (pin->y);
}

static void
read_pins (DemNoteReader *reader, DemPins *pins)
{
  const DemJsonTape *tape = reader->tape;
  guint object = dem_note_reader_get (reader, 0, "demarche:pins", DEM_JSON_OBJECT);
  DemPin pin;

  if (object == DEM_JSON_NO_TOKEN)
    return;
  for (guint key = object + 1; key < dem_json_tape_end (tape, object); key = dem_json_tape_next (tape, key + 1))
    {
      g_autofree char *actor = dem_note_reader_dup_string (reader, key);

      if (read_pin (tape, key + 1, &pin))
        dem_pins_set (pins, actor, &pin);
      else
        dem_note_reader_warn (reader, key + 1, "bad-pin",
                              _ ("A pin is two numbers, [x, y]. This one is left out."));
    }
}

static void
read_judgements (DemNoteReader *reader, const char *name, DemJudgements *judgements)
{
  const DemJsonTape *tape = reader->tape;
  guint object = dem_note_reader_get (reader, 0, name, DEM_JSON_OBJECT);

  if (object == DEM_JSON_NO_TOKEN)
    return;
  for (guint key = object + 1; key < dem_json_tape_end (tape, object); key = dem_json_tape_next (tape, key + 1))
    {
      g_autofree char *claim = dem_note_reader_dup_string (reader, key);
      gboolean is_number = dem_json_tape_type (tape, key + 1) == DEM_JSON_NUMBER;
      double value = is_number ? dem_json_tape_number (tape, key + 1) : -1;

      if (value >= 0 && value <= 1)
        dem_judgements_set (judgements, claim, value);
      else
        dem_note_reader_warn (reader, key + 1, "bad-judgement",
                              _ ("What is thought of a claim is a number from 0 to 1. This one is left out."));
    }
}

/* ---- What others have added ---- */

static gboolean
is_our_context (DemNoteReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;

  if (dem_json_tape_type (tape, token) == DEM_JSON_STRING)
    return dem_note_reader_says (reader, token, DEM_ANNOTATION_CONTEXT);
  return dem_json_tape_type (tape, token) == DEM_JSON_OBJECT && tape->tokens[token].extent == 2
         && dem_note_reader_says (reader, token + 1, "demarche");
}

static void
read_context (DemNoteReader *reader, DemNotebookContent *content)
{
  const DemJsonTape *tape = reader->tape;
  guint context = dem_json_tape_find (tape, 0, "@context");
  GString *others = g_string_new (NULL);

  if (context != DEM_JSON_NO_TOKEN && dem_json_tape_type (tape, context) == DEM_JSON_ARRAY)
    {
      for (guint i = context + 1; i < dem_json_tape_end (tape, context); i = dem_json_tape_next (tape, i))
        if (!is_our_context (reader, i))
          dem_note_reader_collect (reader, others, i);
    }
  else if (context != DEM_JSON_NO_TOKEN && !is_our_context (reader, context))
    dem_note_reader_collect (reader, others, context);
  content->context = dem_note_reader_collected (others);
}

/* What is no text among the ancestors is left out. */
static void
read_revision (DemNoteReader *reader, DemNotebookContent *content)
{
  const DemJsonTape *tape = reader->tape;
  guint list = dem_note_reader_get (reader, 0, "demarche:ancestors", DEM_JSON_ARRAY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  content->revision = dem_note_reader_dup_member (reader, 0, "demarche:revision");
  if (list == DEM_JSON_NO_TOKEN)
    return;
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i))
    {
      g_autofree char *ancestor = dem_note_reader_dup_string (reader, i);

      if (ancestor != NULL)
        g_strv_builder_add (builder, ancestor);
    }
  content->ancestors = g_strv_builder_end (builder);
}

/* ---- The whole ---- */

static DemNotebookContent *
read_page (DemNoteReader *reader)
{
  static const char *const ours[] = { "@context", "id", "type", "items", "demarche:version", "demarche:dossier",
                                      "demarche:revision", "demarche:ancestors", "demarche:pins", "demarche:assumptions", "demarche:starts", "demarche:stops", NULL };
  DemNotebookContent *content = dem_notebook_content_new (reader->dossier_id);

  read_context (reader, content);
  read_revision (reader, content);
  read_items (reader, content);
  read_pins (reader, content->pins);
  read_judgements (reader, "demarche:assumptions", content->assumptions);
  read_judgements (reader, "demarche:starts", content->starts);
  dem_stops_read (reader, content->stops);
  content->members = dem_note_reader_dup_others (reader, 0, ours);
  return content;
}

DemNotebookContent *
dem_notebook_file_read (GBytes *bytes, const char *dossier_id, GPtrArray *problems, GError **error)
{
  g_auto (DemNoteReader) reader = { 0 };
  g_autoptr (DemJsonTape) tape = NULL;
  g_autoptr (DemProblem) problem = NULL;
  DemNotebookContent *content;
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL && dossier_id != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  tape = dem_json_guard (text, size, NULL, NULL, NULL, &problem);
  if (tape == NULL)
    {
      g_set_error (error, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_INVALID, _ ("Line %u, column %u: %s"), problem->line,
                   problem->column, problem->message);
      return NULL;
    }
  dem_note_reader_init (&reader, tape, dossier_id);
  if (!check_head (&reader, error))
    return NULL;
  content = read_page (&reader);
  if (problems != NULL)
    dem_problem_list_finish (reader.problems, text, size, problems);
  return content;
}
