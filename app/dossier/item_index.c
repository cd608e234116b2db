/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/item_index.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
dem_item_index_free (DemItemIndex *index)
{
  if (index == NULL)
    return;
  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    g_clear_pointer (&index->entries[kind], g_array_unref);
  g_free (index);
}

/* --- paragraphs --- */

/* A file that only says how many paragraphs a source has must not make us fill the memory. */
#define MAX_COUNTED_PARAGRAPHS 10000
#define MAX_ALL_COUNTED_PARAGRAPHS 1000000

/* @before: how many there are without this source's */
static guint
count_paragraphs (DemReader *reader, guint source, guint before)
{
  const DemJsonTape *tape = reader->tape;
  guint token = dem_json_tape_find (tape, source, "paragraphs");
  double count;

  if (token == DEM_JSON_NO_TOKEN)
    return 0;
  if (dem_json_tape_type (tape, token) == DEM_JSON_ARRAY)
    return dem_json_tape_count (tape, token);
  if (!dem_reader_check_type (reader, token, DEM_JSON_NUMBER))
    return 0;
  count = dem_reader_number_at (reader, token, 0, MAX_COUNTED_PARAGRAPHS);
  if (count != floor (count))
    dem_reader_warn (reader, token, "number-out-of-range",
                     _ ("There can only be a whole number of paragraphs. The fraction is left out."));
  if (count <= MAX_ALL_COUNTED_PARAGRAPHS - (double) before)
    return (guint) count;
  dem_reader_warn (reader, token, "number-out-of-range",
                   _ ("All sources together have too many paragraphs. Those of this one are left out."));
  return 0;
}

void
dem_item_index_add_paragraphs (DemReader *reader, DemItemIndex *index)
{
  DemDossier *dossier = reader->dossier;
  guint n = 0;

  for (guint i = 0; i < dossier->n_items[DEM_KIND_SOURCE]; i++)
    {
      DemSource *source = (DemSource *) dem_dossier_item_at (dossier, DEM_KIND_SOURCE, i);
      DemEntry entry = g_array_index (index->entries[DEM_KIND_SOURCE], DemEntry, i);

      dem_reader_begin (reader, DEM_KIND_SOURCE, entry);
      source->first_paragraph = n;
      source->n_paragraphs = count_paragraphs (reader, entry.token, n);
      n += source->n_paragraphs;
    }
  dossier->n_items[DEM_KIND_PARAGRAPH] = n;
  dossier->items[DEM_KIND_PARAGRAPH] = dem_arena_new_array (reader->arena, DemParagraph, n);
  dem_reader_begin (reader, DEM_KIND_NONE, (DemEntry){ NULL, 0, 0 });
}

/* --- ids --- */

/* What the schema says; such ids can be part of a pair's and typed on a command line. */
static gboolean
is_plain_id (const char *id)
{
  if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id))
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_islower (*id) && !g_ascii_isdigit (*id) && strchr ("._-", *id) == NULL)
      return FALSE;
  return TRUE;
}

/* The id of an item, or NULL when it has none that it could be known by. */
static const char *
read_id (DemReader *reader, DemKind kind, guint token)
{
  const char *id = dem_reader_needed_text (reader, token, "id", NULL);

  if (id == NULL || kind == DEM_KIND_SOURCE || is_plain_id (id))
    return id;
  reader->entry.id = id;
  dem_reader_warn (reader, dem_json_tape_find (reader->tape, token, "id"), "bad-id",
                   _ ("An id consists of small letters, digits, dots, underscores and hyphens. Rename it."));
  return strchr (id, '+') == NULL ? id : NULL;
}

static gboolean
is_taken (DemReader *reader, const char *id, guint token)
{
  if (!g_hash_table_contains (reader->dossier->ids, id) && !g_hash_table_contains (reader->left_out, id))
    return FALSE;
  dem_reader_fail (reader, dem_json_tape_find (reader->tape, token, "id"), "duplicate-id",
                   _ ("The id “%s” is taken by another item. Give each item an id of its own."), id);
  return TRUE;
}

void
dem_item_index_leave_out (DemReader *reader, const char *id)
{
  g_hash_table_remove (reader->dossier->ids, id);
  g_hash_table_add (reader->left_out, g_strdup (id));
}

/* --- one array after the other --- */

const char *
dem_item_index_register (DemReader *reader, DemKind kind, guint token, guint32 i)
{
  const char *id = read_id (reader, kind, token);

  reader->entry.id = id;
  if (id == NULL || is_taken (reader, id, token))
    return NULL;
  g_hash_table_insert (reader->dossier->ids, (gpointer) id, dem_ref_pack (kind, i));
  return id;
}

static void
index_item (DemReader *reader, DemItemIndex *index, DemKind kind, DemEntry entry)
{
  dem_reader_begin (reader, kind, entry);
  if (!dem_reader_check_type (reader, entry.token, DEM_JSON_OBJECT))
    return;
  entry.id = dem_item_index_register (reader, kind, entry.token, index->entries[kind]->len);
  if (entry.id == NULL)
    return;
  /* Whether an inference can exist is seen when all are known, for one may undercut the other. */
  if (kind == DEM_KIND_INFERENCE || dem_item_can_exist (reader, index, kind, entry.token))
    g_array_append_val (index->entries[kind], entry);
  else
    dem_item_index_leave_out (reader, entry.id);
}

typedef void (*IndexFunc) (DemReader *reader, DemItemIndex *index, DemKind kind, DemEntry entry);

static void
index_array (DemReader *reader, DemItemIndex *index, DemKind kind, IndexFunc func, guint array)
{
  DemEntry entry = { NULL, array + 1, 0 };
  guint end = array != DEM_JSON_NO_TOKEN ? dem_json_tape_end (reader->tape, array) : 0;

  for (; entry.token < end; entry.token = dem_json_tape_next (reader->tape, entry.token), entry.element++)
    func (reader, index, kind, entry);
  dem_reader_begin (reader, DEM_KIND_NONE, (DemEntry){ NULL, 0, 0 });
}

static void
index_kind (DemReader *reader, DemItemIndex *index, DemKind kind)
{
  index_array (reader, index, kind, kind == DEM_KIND_PAIR ? dem_item_index_add_written_pair : index_item,
               dem_reader_get (reader, 0, dem_kind_array_name (kind), DEM_JSON_ARRAY));
}

static void
index_stops (DemReader *reader, DemItemIndex *index)
{
  guint briefing = dem_json_tape_find (reader->tape, 0, "briefing");

  /* Another type has been told with the head. */
  if (briefing != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, briefing) == DEM_JSON_OBJECT)
    index_array (reader, index, DEM_KIND_STOP, index_item,
                 dem_reader_get (reader, briefing, dem_kind_array_name (DEM_KIND_STOP), DEM_JSON_ARRAY));
}

/* --- room for the items --- */

static void
make_room (DemReader *reader, DemItemIndex *index, DemKind kind)
{
  DemDossier *dossier = reader->dossier;

  dossier->n_items[kind] = index->entries[kind]->len;
  dossier->items[kind] = dem_arena_alloc (reader->arena, dossier->n_items[kind], dem_kind_item_size (kind));
  for (guint i = 0; i < dossier->n_items[kind]; i++)
    dem_dossier_item_at (dossier, kind, i)->id = g_array_index (index->entries[kind], DemEntry, i).id;
}

DemItemIndex *
dem_item_index_new (DemReader *reader)
{
  /* Before each kind come those whose existence its own depends on. */
  static const DemKind order[] = { DEM_KIND_SOURCE,   DEM_KIND_PLACE, DEM_KIND_ACTOR, DEM_KIND_EVENT,
                                   DEM_KIND_SCENARIO, DEM_KIND_CLAIM, DEM_KIND_PAIR,  DEM_KIND_RELATION };
  DemItemIndex *index = g_new0 (DemItemIndex, 1);

  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    index->entries[kind] = g_array_new (FALSE, FALSE, sizeof (DemEntry));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      index_kind (reader, index, order[i]);
      if (order[i] != DEM_KIND_PAIR)
        make_room (reader, index, order[i]);
      if (order[i] == DEM_KIND_SOURCE)
        dem_item_index_add_paragraphs (reader, index);
    }
  index_kind (reader, index, DEM_KIND_INFERENCE);
  dem_item_index_settle_inferences (reader, index);
  make_room (reader, index, DEM_KIND_INFERENCE);
  index_stops (reader, index);
  make_room (reader, index, DEM_KIND_STOP);
  dem_item_index_add_referred_pairs (reader, index);
  make_room (reader, index, DEM_KIND_PAIR);
  dem_item_index_fill_pairs (reader, index);
  return index;
}
