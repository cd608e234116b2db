/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include "app/base/json_guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- the reader --- */

DemReader *
dem_reader_new (const DemJsonTape *tape, DemDossier *dossier, GHashTable *left_out)
{
  DemReader *reader = g_new0 (DemReader, 1);

  reader->tape = tape;
  reader->dossier = dossier;
  reader->left_out = left_out;
  reader->arena = dem_arena_new ();
  reader->problems = dem_problem_list_new ();
  reader->scratch = g_string_new (NULL);
  reader->refs = g_array_new (FALSE, FALSE, sizeof (DemRef));
  reader->cites = g_array_new (FALSE, FALSE, sizeof (DemCite));
  return reader;
}

void
dem_reader_free (DemReader *reader)
{
  if (reader == NULL)
    return;
  dem_arena_free (reader->arena);
  dem_problem_list_free (reader->problems);
  g_string_free (reader->scratch, TRUE);
  g_array_unref (reader->refs);
  g_array_unref (reader->cites);
  g_free (reader);
}

void
dem_reader_begin (DemReader *reader, DemKind kind, DemEntry entry)
{
  reader->kind = kind;
  reader->entry = entry;
}

/* --- problems --- */

static char *
point_to (DemReader *reader, guint token)
{
  g_autofree char *prefix = NULL;

  if (reader->entry.token == 0)
    return dem_json_tape_pointer (reader->tape, 0, "", token);
  prefix = g_strdup_printf (reader->kind == DEM_KIND_STOP ? "/briefing/%s/%u" : "/%s/%u",
                            dem_kind_array_name (reader->kind), reader->entry.element);
  return dem_json_tape_pointer (reader->tape, reader->entry.token, prefix, token);
}

static void
report (DemReader *reader, DemSeverity severity, guint token, const char *code, char *message)
{
  DemProblem *problem;

  if (!dem_problem_list_has_room (reader->problems))
    {
      g_free (message);
      return;
    }
  problem = g_new0 (DemProblem, 1);
  problem->severity = severity;
  problem->code = code;
  problem->message = message;
  problem->item = g_strdup (reader->entry.id);
  problem->pointer = point_to (reader, token);
  dem_problem_list_add (reader->problems, problem, reader->tape->tokens[token].offset);
}

void
dem_reader_warn (DemReader *reader, guint token, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (reader, DEM_SEVERITY_WARNING, token, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
dem_reader_fail (DemReader *reader, guint token, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (reader, DEM_SEVERITY_ERROR, token, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
report_notes (DemReader *reader, GArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const DemJsonNote *note = &g_array_index (notes, DemJsonNote, i);

      if (g_str_equal (note->code, "imprecise-number"))
        dem_reader_warn (
            reader, note->token, note->code,
            _ ("This whole number is too large to be kept exactly. Put it in quotes if it is a name."));
      else
        dem_reader_warn (reader, note->token, note->code,
                         _ ("This number is too large for any use. Correct it."));
    }
}

/* --- the whole --- */

/* The guard takes about half of the time on two cores. */
#define PER_MILLE_GUARDED 500

typedef struct
{
  DemReadProgress *progress;
  gsize size;
} GuardTick;

static gboolean
on_guard_tick (gsize done, gpointer data)
{
  GuardTick *tick = data;

  g_atomic_int_set (&tick->progress->per_mille,
                    DEM_PER_MILLE_GOT + (int) ((PER_MILLE_GUARDED - DEM_PER_MILLE_GOT) * done / tick->size));
  return !g_cancellable_is_cancelled (tick->progress->cancellable);
}

static gboolean
has_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (((DemProblem *) problems->pdata[i])->severity == DEM_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static gboolean
read_all (DemReader *reader, DemReadProgress *progress)
{
  g_autoptr (DemItemIndex) index = NULL;

  if (!dem_read_head (reader))
    return TRUE;
  index = dem_item_index_new (reader);
  if (!dem_read_items (reader, index, progress))
    return FALSE;
  dem_resolve_part_of (reader, index);
  return TRUE;
}

/* From the tape to a dossier without backlinks; FALSE when cancelled. */
static gboolean
fill (DemDossier *dossier,
      const DemJsonTape *tape,
      GArray *notes,
      DemReadProgress *progress,
      GPtrArray *problems)
{
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (DemReader) reader = dem_reader_new (tape, dossier, left_out);
  gboolean completed;

  report_notes (reader, notes);
  completed = read_all (reader, progress);
  dem_problem_list_finish (reader->problems, tape->text, tape->size, problems);
  g_ptr_array_add (dossier->arenas, g_steal_pointer (&reader->arena));
  return completed;
}

static void
keep_problems (DemDossier *dossier, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (dossier->problems, dem_problem_copy (problems->pdata[i]));
}

/* A dossier without id or title (which was told) is known by its file. */
static void
name_by_file (DemDossier *dossier, const char *name)
{
  const char *copy = dem_arena_copy (dossier->arenas->pdata[0], name, strlen (name));

  if (dossier->id == NULL)
    dossier->id = copy;
  if (dossier->title == NULL)
    dossier->title = copy;
}

/* The guard, then all that needs the bytes; FALSE when there is no dossier in them. */
static gboolean
read_bytes (DemDossier *dossier, GBytes *bytes, DemReadProgress *progress, GPtrArray *problems)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (DemJsonNote));
  GuardTick tick = { progress, MAX (size, 1) };
  DemProblem *problem = NULL;
  g_autoptr (DemJsonTape) tape = dem_json_guard (text, size, on_guard_tick, &tick, notes, &problem);

  if (problem != NULL)
    g_ptr_array_add (problems, problem);
  return tape != NULL && fill (dossier, tape, notes, progress, problems) && !has_error (problems);
}

DemDossier *
dem_dossier_read (
    GBytes **bytes, GFile *file, const char *name, DemReadProgress *progress, GPtrArray *problems)
{
  g_autoptr (DemDossier) dossier = dem_dossier_new (file);

  if (!read_bytes (dossier, *bytes, progress, problems))
    return NULL;
  g_clear_pointer (bytes, g_bytes_unref);
  name_by_file (dossier, name);
  keep_problems (dossier, problems);
  dem_dossier_link (dossier);
  dem_dossier_measure_span (dossier);
  return g_steal_pointer (&dossier);
}
