/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/words.h"

#include <glib/gi18n-lib.h>

const char *
dem_details_actor_word (guint32 actor_kind)
{
  switch (actor_kind)
    {
    case DEM_ACTOR_STATE:
      return _("State");
    case DEM_ACTOR_PERSON:
      return _("Person");
    case DEM_ACTOR_ORGANISATION:
      return _("Organisation");
    case DEM_ACTOR_GROUP:
    default:
      return _("Group");
    }
}

const char *
dem_details_relation_word (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *word;
  } words[] = {
    { "alliance", N_("Alliance") }, { "patronage", N_("Patronage") }, { "diplomacy", N_("Diplomacy") },
    { "trade", N_("Trade") },       { "sanctions", N_("Sanctions") }, { "rivalry", N_("Rivalry") },
    { "war", N_("War") },           { "leads", N_("Leads") },         { "member", N_("Member") },
    { "advises", N_("Advises") },   { "influence", N_("Influence") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].kind, kind) == 0)
      return _(words[i].word);
  return kind;
}

const char *
dem_details_kind_plural (DemKind kind)
{
  static const char *const words[DEM_N_KINDS] = {
    [DEM_KIND_NONE] = "",
    [DEM_KIND_SOURCE] = N_("Sources"),
    [DEM_KIND_PARAGRAPH] = N_("Paragraphs"),
    [DEM_KIND_PLACE] = N_("Places"),
    [DEM_KIND_ACTOR] = N_("Actors"),
    [DEM_KIND_PAIR] = N_("Relations"),
    [DEM_KIND_RELATION] = N_("Phases"),
    [DEM_KIND_EVENT] = N_("Events"),
    [DEM_KIND_CLAIM] = N_("Claims"),
    [DEM_KIND_INFERENCE] = N_("Steps of the argument"),
    [DEM_KIND_SCENARIO] = N_("Scenarios"),
    [DEM_KIND_STOP] = N_("Stops of the briefing"),
  };

  g_return_val_if_fail (kind > DEM_KIND_NONE && kind < DEM_N_KINDS, "");

  return _(words[kind]);
}

static const char *
get_when_text (DemDossier *dossier, DemRef ref)
{
  switch (ref.kind)
    {
    case DEM_KIND_ACTOR:
      return dem_dossier_actor (dossier, ref.index)->when_text;
    case DEM_KIND_RELATION:
      return dem_dossier_relation (dossier, ref.index)->when_text;
    case DEM_KIND_EVENT:
      return dem_dossier_event (dossier, ref.index)->when_text;
    default:
      return NULL;
    }
}

char *
dem_details_dup_date (DemDossier *dossier, DemRef ref)
{
  const DemEdtf *when = dem_dossier_when (dossier, ref);
  const char *text = get_when_text (dossier, ref);

  if (text != NULL)
    return g_strdup (text);
  return dem_edtf_is_dated (when) ? dem_edtf_format (when) : NULL;
}

char *
dem_details_dup_title (DemDossier *dossier, DemRef ref)
{
  const DemPair *pair;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (ref.kind == DEM_KIND_ACTOR || ref.kind == DEM_KIND_RELATION || ref.kind == DEM_KIND_CLAIM)
    return dem_dossier_dup_label (dossier, ref);
  if (ref.kind != DEM_KIND_PAIR)
    return dem_dossier_dup_name (dossier, ref);
  pair = dem_dossier_pair (dossier, ref.index);
  a = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, pair->a));
  b = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, pair->b));
  /* Translators: the two sides of a relation. */
  return g_strdup_printf (_("%s – %s"), a, b);
}

char *
dem_details_join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  /* Translators: two things said of an item: its kind and its date, say. */
  return g_strdup_printf (_("%s, %s"), first, second);
}

DemSign
dem_details_inference_sign (const DemInference *inference)
{
  switch (inference->kind)
    {
    case DEM_INFERENCE_SUPPORTS:
      return DEM_SIGN_FOR;
    case DEM_INFERENCE_ATTACKS:
      return DEM_SIGN_AGAINST;
    case DEM_INFERENCE_UNDERCUTS:
    default:
      return DEM_SIGN_UNDERCUT;
    }
}

DemSign
dem_details_claim_sign (DemDossier *dossier, guint32 claim, guint32 scenario)
{
  guint n = 0;
  const DemRef *links = dem_dossier_backlinks_of (dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (dossier, links[i].index);

      if (dem_ref_equal (inference->to, DEM_REF (CLAIM, claim))
          || !dem_dossier_exists_in (dossier, links[i], scenario))
        continue;
      return dem_details_inference_sign (inference);
    }
  return DEM_SIGN_NONE;
}

static char *
dup_premises (DemDossier *dossier, const DemInference *inference)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < inference->n_from; i++)
    {
      g_autofree char *label = dem_dossier_dup_label (dossier, DEM_REF (CLAIM, inference->from[i]));

      if (i > 0)
        /* Translators: between premises that count only together. */
        g_string_append (text, _(" & "));
      g_string_append (text, label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
dem_details_dup_step (DemDossier *dossier, guint32 index)
{
  const DemInference *inference = dem_dossier_inference (dossier, index);
  g_autofree char *from = dup_premises (dossier, inference);
  g_autofree char *to = NULL;

  if (inference->to.kind == DEM_KIND_CLAIM)
    {
      to = dem_dossier_dup_label (dossier, inference->to);
      /* Translators: premises and what they are a reason for or against. */
      return g_strdup_printf (_("%s → %s"), from, to);
    }
  to = dup_premises (dossier, dem_dossier_inference (dossier, inference->to.index));
  /* Translators: a claim and the premises of the step whose link it breaks. */
  return g_strdup_printf (_("%s ⊗ %s"), from, to);
}

DemStance
dem_details_relation_stance (const DemDetails *details, guint32 index)
{
  const DemRelation *relation = dem_dossier_relation (details->dossier, index);

  if (relation->item.n_scenarios > 0)
    return DEM_STANCE_HYPOTHETICAL;
  return dem_stance_classify (relation->stance);
}
