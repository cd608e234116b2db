/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_sort.h"

#include <math.h>
#include <string.h>

#define LAST G_MAXUINT32

/* Which kinds come first where the map, and where the argument, is what is read along; the rest keeps its own order behind
 * them. */
static const guint8 map_ranks[DEM_N_TARGET_KINDS] = {
  [DEM_TARGET_DOSSIER] = 0,  [DEM_TARGET_PLACE] = 1,      [DEM_TARGET_ACTOR] = 2,     [DEM_TARGET_PAIR] = 3,
  [DEM_TARGET_RELATION] = 4, [DEM_TARGET_EVENT] = 5,      [DEM_TARGET_TIME] = 6,      [DEM_TARGET_CLAIM] = 7,
  [DEM_TARGET_INFERENCE] = 8, [DEM_TARGET_QUESTION] = 8,  [DEM_TARGET_SCENARIO] = 9,  [DEM_TARGET_SOURCE] = 10,
  [DEM_TARGET_PARAGRAPH] = 11, [DEM_TARGET_STOP] = 12,    [DEM_TARGET_QUOTE] = 13,    [DEM_TARGET_UNKNOWN] = 14,
};
static const guint8 argument_ranks[DEM_N_TARGET_KINDS] = {
  [DEM_TARGET_DOSSIER] = 0,   [DEM_TARGET_CLAIM] = 1,     [DEM_TARGET_INFERENCE] = 1, [DEM_TARGET_QUESTION] = 1,
  [DEM_TARGET_SCENARIO] = 2,  [DEM_TARGET_SOURCE] = 3,    [DEM_TARGET_PARAGRAPH] = 4, [DEM_TARGET_ACTOR] = 5,
  [DEM_TARGET_PAIR] = 6,      [DEM_TARGET_RELATION] = 7,  [DEM_TARGET_EVENT] = 8,     [DEM_TARGET_TIME] = 9,
  [DEM_TARGET_PLACE] = 10,    [DEM_TARGET_STOP] = 11,     [DEM_TARGET_QUOTE] = 12,    [DEM_TARGET_UNKNOWN] = 13,
};

/* Place: what a note is sorted by; @when is undated unless time is what counts. */
typedef struct
{
  DemNote *note;
  DemEdtf when;
  guint kind;
  guint32 first;
  guint32 second;
  guint position;
} Place;

static int
compare_numbers (guint32 a, guint32 b)
{
  return (a > b) - (a < b);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;
  int order = dem_edtf_compare (&first->when, &second->when);

  order = order != 0 ? order : compare_numbers (first->kind, second->kind);
  order = order != 0 ? order : compare_numbers (first->first, second->first);
  order = order != 0 ? order : compare_numbers (first->second, second->second);
  return order != 0 ? order : compare_numbers (first->position, second->position);
}

/* The first target that is there, or simply the first. */
static const DemNoteTarget *
find_target (DemNote *note, DemDossier *dossier)
{
  GPtrArray *targets = dem_note_get_targets (note);

  for (guint i = 0; i < targets->len; i++)
    if (dem_note_target_exists (targets->pdata[i], dossier))
      return targets->pdata[i];
  return targets->pdata[0];
}

/* The first of its targets in time; undated if none has a date. */
static DemEdtf
find_when (DemNote *note, DemDossier *dossier)
{
  GPtrArray *targets = dem_note_get_targets (note);
  DemEdtf first = DEM_EDTF_UNDATED;

  for (guint i = 0; i < targets->len; i++)
    {
      DemEdtf when;

      if (dem_note_target_get_when (targets->pdata[i], dossier, &when) && dem_edtf_compare (&when, &first) < 0)
        first = when;
    }
  return first;
}

/* A step and its questions stand with the claim that it speaks for or against; undercuts with the step's. */
static guint32
find_claim (DemDossier *dossier, DemRef ref)
{
  for (guint i = 0; ref.kind == DEM_KIND_INFERENCE && i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
    ref = dem_dossier_inference (dossier, ref.index)->to;
  return ref.kind == DEM_KIND_CLAIM ? ref.index : LAST;
}

static void
place_in_argument (Place *place, DemDossier *dossier, DemRef ref, const guint32 *claim_ranks)
{
  guint32 claim = find_claim (dossier, ref);

  place->first = claim == LAST || claim_ranks == NULL ? claim : claim_ranks[claim];
  place->second = ref.kind == DEM_KIND_CLAIM ? 0 : ref.index + 1;
}

static void
place_note (Place *place, DemDossier *dossier, DemNoteOrder order, const guint32 *claim_ranks)
{
  const DemNoteTarget *target = find_target (place->note, dossier);
  DemRef ref = dem_note_target_resolve (target, dossier);
  guint kind = dem_note_target_get_kind (target);
  double latitude, longitude;

  place->when = order == DEM_NOTE_ORDER_TIME ? find_when (place->note, dossier) : DEM_EDTF_UNDATED;
  place->kind = order == DEM_NOTE_ORDER_ARGUMENT ? argument_ranks[kind] : map_ranks[kind];
  place->first = place->second = LAST;
  if (ref.kind == DEM_KIND_CLAIM || ref.kind == DEM_KIND_INFERENCE)
    place_in_argument (place, dossier, ref, order == DEM_NOTE_ORDER_ARGUMENT ? claim_ranks : NULL);
  else if (!dem_ref_is_none (ref))
    place->first = ref.index;
  else if (dem_note_target_get_place (target, &latitude, &longitude))
    {
      place->first = (guint32) lround ((90 - latitude) * 1e5);
      place->second = (guint32) lround ((180 + longitude) * 1e5);
    }
}

static void
reverse (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len / 2; i++)
    {
      gpointer note = notes->pdata[i];

      notes->pdata[i] = notes->pdata[notes->len - 1 - i];
      notes->pdata[notes->len - 1 - i] = note;
    }
}

static int
compare_modified (gconstpointer a, gconstpointer b)
{
  DemNote *first = *(DemNote *const *) a, *second = *(DemNote *const *) b;
  int order = g_date_time_compare (dem_note_get_modified (second), dem_note_get_modified (first));

  return order != 0 ? order : dem_note_compare (second, first);
}

void
dem_note_sort (GPtrArray *notes, DemDossier *dossier, DemNoteOrder order, const guint32 *claim_ranks)
{
  g_autofree Place *places = NULL;

  g_return_if_fail (notes != NULL && DEM_IS_DOSSIER (dossier));

  if (order == DEM_NOTE_ORDER_NEWEST)
    reverse (notes);
  if (order == DEM_NOTE_ORDER_CHANGED)
    g_ptr_array_sort (notes, compare_modified);
  if (order == DEM_NOTE_ORDER_NEWEST || order == DEM_NOTE_ORDER_OLDEST || order == DEM_NOTE_ORDER_CHANGED
      || notes->len < 2)
    return;
  places = g_new0 (Place, notes->len);
  for (guint i = 0; i < notes->len; i++)
    {
      places[i].note = notes->pdata[i];
      places[i].position = i;
      place_note (&places[i], dossier, order, claim_ranks);
    }
  qsort (places, notes->len, sizeof *places, compare_places);
  for (guint i = 0; i < notes->len; i++)
    notes->pdata[i] = places[i].note;
}

GArray *
dem_note_sort_rank_claims (DemDossier *dossier, const guint32 *claims, guint n)
{
  guint n_claims;
  GArray *ranks;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_claims);
  for (guint32 i = 0; i < n_claims; i++)
    {
      guint32 behind = n + i;

      g_array_append_val (ranks, behind);
    }
  for (guint32 i = n; i-- > 0;) /* the first place counts */
    if (claims[i] < n_claims)
      g_array_index (ranks, guint32, claims[i]) = i;
  return ranks;
}
