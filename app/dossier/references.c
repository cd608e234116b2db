/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>

static char *
name_kinds (guint kinds)
{
  GString *names = g_string_new (NULL);

  for (guint kind = DEM_KIND_SOURCE; kind < DEM_N_KINDS; kind++)
    if (kinds & 1u << kind)
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", dem_kind_array_name (kind));
  return g_string_free (names, FALSE);
}

DemRef
dem_reader_ref_at (DemReader *reader, guint token, guint kinds)
{
  const char *id = dem_reader_peek_string (reader, token);
  DemRef found;
  g_autofree char *names = NULL;

  if (id == NULL)
    return DEM_REF_NONE;
  found = dem_dossier_find (reader->dossier, id);
  if (!dem_ref_is_none (found) && (kinds & 1u << found.kind))
    return found;
  if (!dem_ref_is_none (found))
    {
      names = name_kinds (kinds);
      dem_reader_warn (reader, token, "wrong-kind",
                       _ ("“%s” stands in “%s” and can’t be meant here. Name an item of %s."), id,
                       dem_kind_array_name (found.kind), names);
    }
  else if (g_hash_table_contains (reader->left_out, id))
    dem_reader_warn (reader, token, "dangling-reference",
                     _ ("“%s” had to be left out, so nothing can refer to it. Mend it first."), id);
  else
    dem_reader_warn (reader, token, "dangling-reference",
                     _ ("No item has the id “%s”. Correct the spelling, or add the item."), id);
  return DEM_REF_NONE;
}

guint32
dem_reader_index (DemReader *reader, guint object, const char *name, DemKind kind)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_STRING);

  return token != DEM_JSON_NO_TOKEN ? dem_reader_ref_at (reader, token, 1u << kind).index : DEM_NO_INDEX;
}

/* Whether a reference came before in the same list; long lists are remembered in a table. */
static gboolean
came_before (GArray *refs, DemRef ref, GHashTable *seen)
{
  if (seen != NULL)
    return !g_hash_table_add (seen, dem_ref_pack (ref.kind, ref.index));
  for (guint i = 0; i < refs->len; i++)
    if (dem_ref_equal (g_array_index (refs, DemRef, i), ref))
      return TRUE;
  return FALSE;
}

/* Fills reader->refs. */
static void
collect_refs (DemReader *reader, guint object, const char *name, guint kinds)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, object, name, DEM_JSON_ARRAY);
  guint count = array != DEM_JSON_NO_TOKEN ? dem_json_tape_count (tape, array) : 0;
  g_autoptr (GHashTable) seen = count > 32 ? g_hash_table_new (NULL, NULL) : NULL;
  guint token = array + 1;

  g_array_set_size (reader->refs, 0);
  for (guint i = 0; i < count; i++, token = dem_json_tape_next (tape, token))
    {
      DemRef ref = dem_reader_ref_at (reader, token, kinds);

      if (dem_ref_is_none (ref))
        continue;
      if (!came_before (reader->refs, ref, seen))
        g_array_append_val (reader->refs, ref);
      else
        dem_reader_warn (reader, token, "repeated-reference",
                         _ ("This reference stands here twice and counts once. Remove one."));
    }
}

const DemRef *
dem_reader_refs (DemReader *reader, guint object, const char *name, guint kinds, guint32 *n)
{
  collect_refs (reader, object, name, kinds);
  *n = reader->refs->len;
  return dem_arena_copy_array (reader->arena, reader->refs->data, *n, sizeof (DemRef));
}

const guint32 *
dem_reader_indices (DemReader *reader, guint object, const char *name, DemKind kind, guint32 *n)
{
  guint32 *indices;

  collect_refs (reader, object, name, 1u << kind);
  *n = reader->refs->len;
  indices = dem_arena_new_array (reader->arena, guint32, *n);
  for (guint i = 0; i < *n; i++)
    indices[i] = g_array_index (reader->refs, DemRef, i).index;
  return indices;
}
