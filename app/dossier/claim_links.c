/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/claim_links.h"

#include <glib/gi18n-lib.h>

/* ---- What it speaks of ---- */

static void
add_once (GArray *indices, guint32 index)
{
  guint place = 0;

  if (index == DEM_NO_INDEX)
    return;
  while (place < indices->len && g_array_index (indices, guint32, place) < index)
    place++;
  if (place == indices->len || g_array_index (indices, guint32, place) != index)
    g_array_insert_val (indices, place, index);
}

static void
add_actors_of (DemDossier *dossier, DemRef about, GArray *actors)
{
  if (about.kind == DEM_KIND_ACTOR)
    add_once (actors, about.index);
  else if (about.kind == DEM_KIND_PAIR)
    {
      add_once (actors, dem_dossier_pair (dossier, about.index)->a);
      add_once (actors, dem_dossier_pair (dossier, about.index)->b);
    }
  else if (about.kind == DEM_KIND_RELATION)
    {
      add_once (actors, dem_dossier_relation (dossier, about.index)->from);
      add_once (actors, dem_dossier_relation (dossier, about.index)->to);
    }
}

GArray *
dem_claim_dup_actors (DemDossier *dossier, guint32 claim)
{
  const DemClaim *item = dem_dossier_claim (dossier, claim);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < item->n_about; i++)
    add_actors_of (dossier, item->about[i], actors);
  return actors;
}

GArray *
dem_claim_dup_events (DemDossier *dossier, guint32 claim)
{
  const DemClaim *item = dem_dossier_claim (dossier, claim);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < item->n_about; i++)
    if (item->about[i].kind == DEM_KIND_EVENT)
      add_once (events, item->about[i].index);
  return events;
}

/* ---- Citations ---- */

/* Whether the source is the first that is cited by paragraphs: the one whose ¶ need no name beside them. */
static gboolean
is_main_source (DemDossier *dossier, guint32 source)
{
  for (guint32 i = 0; i < source; i++)
    if (dem_dossier_source (dossier, i)->n_paragraphs > 0)
      return FALSE;
  return TRUE;
}

char *
dem_cite_dup_text (DemDossier *dossier, const DemCite *cite)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && cite != NULL, NULL);

  if (cite->paragraph == DEM_NO_INDEX)
    /* Translators: the number of a source. */
    return g_strdup_printf (_ ("[%u]"), cite->source + 1);
  if (is_main_source (dossier, cite->source))
    return g_strdup_printf (_ ("¶%u"), dem_dossier_paragraph (dossier, cite->paragraph)->number);
  /* Translators: the number of a source and the number of one of its paragraphs. */
  return g_strdup_printf (_ ("[%u] ¶%u"), cite->source + 1, dem_dossier_paragraph (dossier, cite->paragraph)->number);
}

/* ---- Words ---- */

const char *
dem_claim_kind_get_word (guint32 kind)
{
  switch (kind)
    {
    case DEM_CLAIM_THESIS:
      return _ ("Thesis");
    case DEM_CLAIM_FACT:
      return _ ("Fact");
    case DEM_CLAIM_PROPOSAL:
      return _ ("Proposal");
    case DEM_CLAIM_FORECAST:
      return _ ("Forecast");
    case DEM_CLAIM_OBJECTION:
      return _ ("Objection");
    case DEM_CLAIM_ASSUMPTION:
      return _ ("Assumption");
    case DEM_CLAIM_CLAIM:
    default:
      return _ ("Claim");
    }
}

const char *
dem_basis_get_word (guint32 basis)
{
  switch (basis)
    {
    case DEM_BASIS_READING:
      return _ ("our reading");
    case DEM_BASIS_BACKGROUND:
      return _ ("added by the maker");
    case DEM_BASIS_SOURCE:
    default:
      return _ ("the source");
    }
}
