/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier_private.h"

#include <glib/gi18n-lib.h>

static const char *
actor_label (DemDossier *self, guint32 index)
{
  const DemActor *actor = dem_dossier_actor (self, index);

  return actor->item.label != NULL ? actor->item.label : actor->name;
}

/* Two actors as one name; an arrow where it runs one way only. */
static char *
name_two (const char *from, const char *to, gboolean directed)
{
  /* Translators: a relation that runs from one actor to another, and one between two actors. */
  return directed ? g_strdup_printf (_ ("%s → %s"), from, to) : g_strdup_printf (_ ("%s – %s"), from, to);
}

static char *
name_relation (DemDossier *self, const DemRelation *relation)
{
  g_autofree char *ends = name_two (dem_dossier_actor (self, relation->from)->name,
                                    dem_dossier_actor (self, relation->to)->name, relation->directed);

  /* Translators: a phase of a relation: its own name, then the two actors; or the actors, then what it is. */
  if (relation->item.label != NULL)
    return g_strdup_printf (_ ("%s (%s)"), relation->item.label, ends);
  return g_strdup_printf (_ ("%s: %s"), ends, relation->kind);
}

static char *
name_reason (DemDossier *self, const DemInference *inference)
{
  g_autofree char *claim = dem_dossier_dup_label (self, inference->to);

  return inference->kind == DEM_INFERENCE_SUPPORTS ? g_strdup_printf (_ ("Reason for “%s”"), claim)
                                                   : g_strdup_printf (_ ("Reason against “%s”"), claim);
}

/* Undercuts can be undercut in their turn, even in a circle, so what is undercut is named without looking
 * further. */
static char *
name_undercut (DemDossier *self, const DemInference *inference)
{
  const DemInference *undercut = dem_dossier_inference (self, inference->to.index);
  g_autofree char *link = NULL;

  if (undercut->item.label != NULL)
    link = g_strdup (undercut->item.label);
  else if (undercut->to.kind == DEM_KIND_CLAIM)
    link = name_reason (self, undercut);
  else
    link = g_strdup (undercut->item.id);
  return g_strdup_printf (_ ("Breaks the link “%s”"), link);
}

static char *
name_inference (DemDossier *self, const DemInference *inference)
{
  return inference->kind == DEM_INFERENCE_UNDERCUTS ? name_undercut (self, inference)
                                                    : name_reason (self, inference);
}

char *
dem_dossier_dup_name (DemDossier *self, DemRef ref)
{
  const DemItem *item;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);

  item = dem_dossier_get_item (self, ref);
  g_return_val_if_fail (item != NULL, NULL);

  switch (ref.kind)
    {
    case DEM_KIND_SOURCE:
      return g_strdup (((const DemSource *) item)->title);
    case DEM_KIND_PARAGRAPH:
      /* Translators: paragraph number. */
      return g_strdup_printf (_ ("¶%u"), ((const DemParagraph *) item)->number);
    case DEM_KIND_PLACE:
      return g_strdup (((const DemPlace *) item)->name);
    case DEM_KIND_ACTOR:
      return g_strdup (((const DemActor *) item)->name);
    case DEM_KIND_PAIR:
      return name_two (dem_dossier_actor (self, ((const DemPair *) item)->a)->name,
                       dem_dossier_actor (self, ((const DemPair *) item)->b)->name, FALSE);
    case DEM_KIND_RELATION:
      return name_relation (self, (const DemRelation *) item);
    case DEM_KIND_EVENT:
      return g_strdup (((const DemEvent *) item)->title);
    case DEM_KIND_CLAIM:
      return g_strdup (((const DemClaim *) item)->text);
    case DEM_KIND_INFERENCE:
      return name_inference (self, (const DemInference *) item);
    case DEM_KIND_SCENARIO:
      return g_strdup (((const DemScenario *) item)->title);
    default:
      return g_strdup (((const DemStop *) item)->headline);
    }
}

char *
dem_dossier_dup_label (DemDossier *self, DemRef ref)
{
  const DemItem *item;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);

  item = dem_dossier_get_item (self, ref);
  g_return_val_if_fail (item != NULL, NULL);

  /* A pair's own label says what the two are to each other, not who they are. */
  if (ref.kind == DEM_KIND_PAIR)
    return name_two (actor_label (self, ((const DemPair *) item)->a),
                     actor_label (self, ((const DemPair *) item)->b), FALSE);
  if (item->label != NULL)
    return g_strdup (item->label);
  if (ref.kind == DEM_KIND_RELATION)
    return g_strdup (((const DemRelation *) item)->kind);
  return dem_dossier_dup_name (self, ref);
}
