/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/item_index.h"

/* An inference that undercuts one that has to be left out has to be left out as well, and so on along the
 * chain. So each is first judged by itself, then again after the one that it undercuts; in a circle all that
 * are good stay. */

typedef enum
{
  UNSEEN,  /* along its chain */
  WAITING, /* for the one it undercuts */
  KEPT,
  LEFT_OUT,
} Status;

typedef struct
{
  DemReader *reader;
  DemItemIndex *index;
  guint8 *status; /* Status of each */
  GArray *chain;  /* guint */
} Judge;

static DemEntry *
entry_at (Judge *judge, guint i)
{
  return &g_array_index (judge->index->entries[DEM_KIND_INFERENCE], DemEntry, i);
}

/* The inference that one leads to, or DEM_NO_INDEX. */
static guint32
find_undercut (Judge *judge, guint i)
{
  DemReader *reader = judge->reader;
  guint token = dem_json_tape_find (reader->tape, entry_at (judge, i)->token, "to");
  DemRef to;

  if (token == DEM_JSON_NO_TOKEN || dem_json_tape_type (reader->tape, token) != DEM_JSON_STRING)
    return DEM_NO_INDEX;
  to = dem_dossier_find (reader->dossier, dem_reader_peek_string (reader, token));
  return to.kind == DEM_KIND_INFERENCE ? to.index : DEM_NO_INDEX;
}

static void
judge_one (Judge *judge, guint i, Status if_good)
{
  DemEntry entry = *entry_at (judge, i);

  dem_reader_begin (judge->reader, DEM_KIND_INFERENCE, entry);
  if (dem_item_can_exist (judge->reader, judge->index, DEM_KIND_INFERENCE, entry.token))
    {
      judge->status[i] = if_good;
      return;
    }
  judge->status[i] = LEFT_OUT;
  dem_item_index_leave_out (judge->reader, entry.id);
}

static void
judge_chain (Judge *judge, guint32 i)
{
  while (i != DEM_NO_INDEX && judge->status[i] == UNSEEN)
    {
      judge->status[i] = WAITING;
      g_array_append_val (judge->chain, i);
      i = find_undercut (judge, i);
    }
  for (guint k = judge->chain->len; k-- > 0;)
    judge_one (judge, g_array_index (judge->chain, guint32, k), KEPT);
  g_array_set_size (judge->chain, 0);
}

void
dem_item_index_settle_inferences (DemReader *reader, DemItemIndex *index)
{
  GArray *entries = index->entries[DEM_KIND_INFERENCE];
  g_autofree guint8 *status = g_new0 (guint8, entries->len);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));
  Judge judge = { reader, index, status, chain };
  guint n_kept = 0;

  for (guint i = 0; i < entries->len; i++)
    judge_one (&judge, i, UNSEEN);
  for (guint i = 0; i < entries->len; i++)
    judge_chain (&judge, i);
  for (guint i = 0; i < entries->len; i++)
    if (status[i] == KEPT)
      {
        DemEntry entry = *entry_at (&judge, i);

        g_hash_table_insert (reader->dossier->ids, (gpointer) entry.id,
                             dem_ref_pack (DEM_KIND_INFERENCE, n_kept));
        *entry_at (&judge, n_kept++) = entry;
      }
  g_array_set_size (entries, n_kept);
}
