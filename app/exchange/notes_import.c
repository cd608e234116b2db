/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/notes_import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/base/json_guard.h"
#include "app/exchange/html_text.h"
#include "app/notebook/anchor.h"
#include "app/notebook/note_private.h"
#include "app/notebook/note_reader.h"
#include "app/notebook/notebook_file.h"

/* Between a look at whether the reader has had enough. */
#define NOTES_PER_LOOK 64

void
dem_notes_import_free (DemNotesImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* ---- Where the annotations are ---- */

/* The list of annotations and its pointer; the top itself when it is one; DEM_JSON_NO_TOKEN when there are none. */
static guint
find_list (DemNoteReader *reader, const char **pointer)
{
  const DemJsonTape *tape = reader->tape;
  guint page = 0, type;

  *pointer = "";
  if (dem_json_tape_type (tape, 0) == DEM_JSON_ARRAY)
    return 0;
  if (dem_json_tape_type (tape, 0) != DEM_JSON_OBJECT)
    return DEM_JSON_NO_TOKEN;
  type = dem_json_tape_find (tape, 0, "type");
  if (dem_note_reader_says (reader, type, "Annotation"))
    return 0;
  *pointer = "/items";
  if (dem_note_reader_says (reader, type, "AnnotationCollection"))
    {
      page = dem_json_tape_find (tape, 0, "first");
      *pointer = "/first/items";
    }
  else if (!dem_note_reader_says (reader, type, "AnnotationPage"))
    return DEM_JSON_NO_TOKEN;
  if (page == DEM_JSON_NO_TOKEN || dem_json_tape_type (tape, page) != DEM_JSON_OBJECT)
    return DEM_JSON_NO_TOKEN;
  return dem_note_reader_get (reader, page, "items", DEM_JSON_ARRAY);
}

static void
set_no_annotations (DemNoteReader *reader, GError **error)
{
  gboolean is_collection = dem_json_tape_type (reader->tape, 0) == DEM_JSON_OBJECT
                           && dem_note_reader_says (reader, dem_json_tape_find (reader->tape, 0, "type"),
                                                    "AnnotationCollection");

  g_set_error_literal (
      error, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_INVALID,
      is_collection ? _ ("The collection’s first page is elsewhere. Fetch it and import that file.")
                    : _ ("No annotations were found: the file should be a Web Annotation, a page or a collection of them."));
}

/* ---- Reading ---- */

static void
take_note (DemNotesImport *self, GHashTable *ids, DemNote *note)
{
  gpointer before;
  guint at;

  if (!g_hash_table_lookup_extended (ids, dem_note_get_id (note), NULL, &before))
    {
      g_hash_table_insert (ids, g_strdup (dem_note_get_id (note)), GUINT_TO_POINTER (self->notes->len));
      g_ptr_array_add (self->notes, note);
      return;
    }
  self->n_repeated++;
  at = GPOINTER_TO_UINT (before);
  if (g_date_time_compare (dem_note_get_modified (note), dem_note_get_modified (self->notes->pdata[at])) > 0)
    {
      g_object_unref (self->notes->pdata[at]);
      self->notes->pdata[at] = note;
    }
  else
    g_object_unref (note);
}

static void
read_one (DemNotesImport *self, DemNoteReader *reader, GHashTable *ids, guint token, const char *pointer)
{
  DemNote *note = dem_note_reader_read (reader, token, pointer);

  if (note != NULL)
    take_note (self, ids, note);
  else
    self->n_unread++;
}

static void
read_all (DemNotesImport *self, DemNoteReader *reader, guint list, const char *pointer)
{
  const DemJsonTape *tape = reader->tape;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  if (dem_json_tape_type (tape, list) == DEM_JSON_OBJECT)
    {
      read_one (self, reader, ids, list, pointer);
      return;
    }
  for (guint i = list + 1; i < dem_json_tape_end (tape, list); i = dem_json_tape_next (tape, i), n++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", pointer, n);

      read_one (self, reader, ids, i, item);
    }
}

/* ---- Finding what is quoted ---- */

static char *
dup_target_json (const DemNoteTarget *target)
{
  return g_strdup (target->json != NULL ? target->json : "null");
}

static gboolean
has_origin (const DemNote *note)
{
  g_autofree char *object = g_strdup_printf ("{%s}", note->members != NULL ? note->members : "");
  g_autoptr (DemJsonTape) tape = dem_json_guard (object, strlen (object), NULL, NULL, NULL, NULL);

  return tape == NULL || dem_json_tape_find (tape, 0, "demarche:from") != DEM_JSON_NO_TOKEN;
}

static void
remember_origin (DemNote *note, const char *targets)
{
  g_autofree char *before = NULL;

  if (has_origin (note))
    return;
  before = g_steal_pointer (&note->members);
  note->members = g_strdup_printf ("%s%s\"demarche:from\": [%s]", before != NULL ? before : "",
                                   before != NULL ? ", " : "", targets);
}

/* Looks for the passages of a note that lead nowhere yet. Where they were made stays in the note, for its author. */
static void
anchor_note (DemNotesImport *self, DemAnchor *anchor, DemNote *note)
{
  g_autoptr (GString) from = g_string_new (NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < note->targets->len; i++)
    {
      DemNoteTarget *target = note->targets->pdata[i];
      const DemQuote *quote = dem_note_target_get_quote (target);
      DemNoteTarget *there;
      g_autofree char *json = NULL;

      if (dem_note_target_get_kind (target) != DEM_TARGET_QUOTE || quote == NULL)
        continue;
      there = dem_anchor_find (anchor, quote);
      if (there == NULL)
        continue;
      json = dup_target_json (target);
      g_string_append_printf (from, "%s%s", from->len > 0 ? ", " : "", json);
      note->targets->pdata[i] = there;
      dem_note_target_unref (target);
      found = TRUE;
    }
  if (!found)
    return;
  remember_origin (note, from->str);
  if (dem_note_is_doubtful (note))
    self->n_doubtful++;
  else
    self->n_found++;
}

static gboolean
anchor_all (DemNotesImport *self, DemDossier *dossier, GCancellable *cancellable, GError **error)
{
  g_autoptr (DemAnchor) anchor = dem_anchor_new (dossier);

  for (guint i = 0; i < self->notes->len; i++)
    {
      if (i % NOTES_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      anchor_note (self, anchor, self->notes->pdata[i]);
      self->n_orphans += (guint) dem_note_is_orphan (self->notes->pdata[i], dossier);
    }
  return TRUE;
}

/* ---- The whole ---- */

static DemNotesImport *
read_tape (DemNoteReader *reader, DemDossier *dossier, GCancellable *cancellable, GError **error)
{
  g_autoptr (DemNotesImport) self = g_new0 (DemNotesImport, 1);
  const char *pointer;
  guint list = find_list (reader, &pointer);

  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  if (list == DEM_JSON_NO_TOKEN)
    {
      set_no_annotations (reader, error);
      return NULL;
    }
  read_all (self, reader, list, pointer);
  for (guint i = 0; i < self->notes->len; i++)
    dem_html_text_use (self->notes->pdata[i]);
  if (!anchor_all (self, dossier, cancellable, error))
    return NULL;
  dem_problem_list_finish (reader->problems, reader->tape->text, reader->tape->size, self->problems);
  return g_steal_pointer (&self);
}

DemNotesImport *
dem_notes_import_read (GBytes *bytes, DemDossier *dossier, GCancellable *cancellable, GError **error)
{
  g_auto (DemNoteReader) reader = { 0 };
  g_autoptr (DemJsonTape) tape = NULL;
  g_autoptr (DemProblem) problem = NULL;
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL && DEM_IS_DOSSIER (dossier), NULL);

  text = g_bytes_get_data (bytes, &size);
  tape = dem_json_guard (text, size, NULL, NULL, NULL, &problem);
  if (tape == NULL)
    {
      g_set_error (error, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_INVALID, _ ("Line %u, column %u: %s"), problem->line,
                   problem->column, problem->message);
      return NULL;
    }
  dem_note_reader_init (&reader, tape, dem_dossier_get_id (dossier));
  return read_tape (&reader, dossier, cancellable, error);
}

guint
dem_notes_import_apply (DemNotesImport *self, DemNotebook *notebook)
{
  guint n, n_there = 0;

  g_return_val_if_fail (self != NULL && DEM_IS_NOTEBOOK (notebook), 0);

  for (guint i = 0; i < self->notes->len; i++)
    n_there += dem_notebook_get_note (notebook, dem_note_get_id (self->notes->pdata[i])) != NULL;
  n = dem_notebook_import (notebook, self->notes);
  self->n_new = self->notes->len - n_there;
  self->n_newer = n - self->n_new;
  self->n_left = self->notes->len - n;
  return n;
}

/* ---- The report ---- */

/* Takes the line; says nothing of nothing. */
static void
add_line (GString *report, guint n, char *line)
{
  if (n > 0)
    g_string_append_printf (report, "%s%s", report->len > 0 ? "\n" : "", line);
  g_free (line);
}

char *
dem_notes_import_dup_report (const DemNotesImport *self)
{
  GString *report;

  g_return_val_if_fail (self != NULL, NULL);

  report = g_string_new (NULL);
  add_line (report, self->n_new,
            g_strdup_printf (ngettext ("%u note was added.",
                                       "%u notes were added.", self->n_new),
                             self->n_new));
  add_line (report, self->n_newer,
            g_strdup_printf (ngettext ("%u note was replaced by a newer one.",
                                       "%u notes were replaced by newer ones.", self->n_newer),
                             self->n_newer));
  add_line (report, self->n_left,
            g_strdup_printf (ngettext ("%u note is here already and was left as it is.",
                                       "%u notes are here already and were left as they are.", self->n_left),
                             self->n_left));
  add_line (report, self->n_repeated,
            g_strdup_printf (ngettext ("%u note stands in the file twice; the newer one was taken.",
                                       "%u notes stand in the file twice; the newer ones were taken.", self->n_repeated),
                             self->n_repeated));
  add_line (report, self->n_found,
            g_strdup_printf (ngettext ("%u quoted passage was found in the dossier.",
                                       "%u quoted passages were found in the dossier.", self->n_found),
                             self->n_found));
  add_line (report, self->n_doubtful,
            g_strdup_printf (ngettext ("%u passage was found by likeness only: please confirm it.",
                                       "%u passages were found by likeness only: please confirm them.", self->n_doubtful),
                             self->n_doubtful));
  add_line (report, self->n_orphans,
            g_strdup_printf (ngettext ("%u note is about nothing that this dossier has; it is listed by itself.",
                                       "%u notes are about nothing that this dossier has; they are listed by themselves.", self->n_orphans),
                             self->n_orphans));
  add_line (report, self->n_unread,
            g_strdup_printf (ngettext ("%u annotation could not be read.",
                                       "%u annotations could not be read.", self->n_unread),
                             self->n_unread));
  if (report->len == 0)
    g_string_append (report, _ ("The file has no notes in it."));
  return g_string_free (report, FALSE);
}
