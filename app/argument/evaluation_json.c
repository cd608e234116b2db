/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/evaluation_json.h"

#include <json-glib/json-glib.h>

static const char *
get_status_name (DemStatus status)
{
  static const char *const names[] = {
    [DEM_STATUS_ABSENT] = "absent",       [DEM_STATUS_SETTLED] = "settled",
    [DEM_STATUS_ASSUMED] = "assumed",     [DEM_STATUS_UNDECIDED] = "undecided",
    [DEM_STATUS_UNSETTLED] = "unsettled",
  };

  return names[status];
}

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, double number)
{
  if (isnan (number))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, number);
}

static void
add_number_member (JsonBuilder *builder, const char *member, double number)
{
  json_builder_set_member_name (builder, member);
  add_number (builder, number);
}

static void
add_range (JsonBuilder *builder, DemBounds bounds)
{
  json_builder_set_member_name (builder, "range");
  json_builder_begin_array (builder);
  add_number (builder, bounds.low);
  add_number (builder, bounds.high);
  json_builder_end_array (builder);
}

static const char *
get_id (DemEvaluation *evaluation, DemRef ref)
{
  return dem_dossier_get_item (dem_evaluation_get_dossier (evaluation), ref)->id;
}

static void
add_undecided (JsonBuilder *builder, DemEvaluation *evaluation, DemRef ref, const DemStrength *strength)
{
  g_autoptr (GArray) inferences = dem_evaluation_dup_undecided (evaluation, ref);

  add_number_member (builder, "low", strength->low);
  add_number_member (builder, "high", strength->high);
  json_builder_set_member_name (builder, "undecided");
  json_builder_begin_array (builder);
  for (guint i = 0; i < inferences->len; i++)
    json_builder_add_string_value (
        builder, get_id (evaluation, DEM_REF (INFERENCE, g_array_index (inferences, guint32, i))));
  json_builder_end_array (builder);
}

static void
add_strength (JsonBuilder *builder, DemEvaluation *evaluation, DemRef ref, const DemStrength *strength)
{
  add_number_member (builder, "strength", strength->strength);
  add_text (builder, "status", get_status_name (strength->status));
  if (strength->status == DEM_STATUS_UNDECIDED)
    add_undecided (builder, evaluation, ref, strength);
}

static void
add_claim (JsonBuilder *builder, DemEvaluation *evaluation, guint32 claim, DemCruxes *cruxes)
{
  DemRef ref = DEM_REF (CLAIM, claim);
  DemStrength strength = dem_evaluation_get (evaluation, ref);

  if (strength.status == DEM_STATUS_ABSENT)
    return;
  json_builder_begin_object (builder);
  add_text (builder, "id", get_id (evaluation, ref));
  add_number_member (builder, "base", dem_evaluation_get_start (evaluation, claim));
  add_strength (builder, evaluation, ref, &strength);
  if (cruxes != NULL && dem_cruxes_get_target (cruxes) == claim)
    add_range (builder, dem_cruxes_get_band (cruxes));
  json_builder_end_object (builder);
}

static void
add_inference (JsonBuilder *builder, DemEvaluation *evaluation, guint32 inference)
{
  DemRef ref = DEM_REF (INFERENCE, inference);
  DemStrength strength = dem_evaluation_get (evaluation, ref);

  if (strength.status == DEM_STATUS_ABSENT)
    return;
  json_builder_begin_object (builder);
  add_text (builder, "id", get_id (evaluation, ref));
  add_strength (builder, evaluation, ref, &strength);
  json_builder_end_object (builder);
}

static void
add_cruxes (JsonBuilder *builder, DemEvaluation *evaluation, const DemCrux *cruxes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_claim = cruxes[i].ref.kind == DEM_KIND_CLAIM;

      json_builder_begin_object (builder);
      add_text (builder, "id", get_id (evaluation, cruxes[i].ref));
      add_text (builder, "kind", is_claim ? "claim" : "source");
      add_number_member (builder, "rejected", cruxes[i].rejected);
      if (is_claim)
        add_number_member (builder, "accepted", cruxes[i].accepted);
      if (!isnan (cruxes[i].band.low))
        add_range (builder, cruxes[i].band);
      json_builder_set_member_name (builder, "decisive");
      json_builder_add_boolean_value (builder, cruxes[i].is_decisive);
      json_builder_end_object (builder);
    }
}

static void
add_items (JsonBuilder *builder, DemEvaluation *evaluation, DemCruxes *cruxes)
{
  DemDossier *dossier = dem_evaluation_get_dossier (evaluation);

  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    add_claim (builder, evaluation, i, cruxes);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "inferences");
  json_builder_begin_array (builder);
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
    add_inference (builder, evaluation, i);
  json_builder_end_array (builder);
}

char *
dem_evaluation_to_json (DemEvaluation *evaluation, DemCruxes *cruxes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_return_val_if_fail (evaluation != NULL, NULL);
  g_return_val_if_fail (cruxes == NULL || dem_cruxes_get_evaluation (cruxes) == evaluation, NULL);

  json_builder_begin_object (builder);
  add_items (builder, evaluation, cruxes);
  json_builder_set_member_name (builder, "cruxes");
  json_builder_begin_array (builder);
  if (cruxes != NULL)
    {
      const DemCrux *claims = dem_cruxes_get_claims (cruxes, &n);

      add_cruxes (builder, evaluation, claims, n);
      claims = dem_cruxes_get_sources (cruxes, &n);
      add_cruxes (builder, evaluation, claims, n);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
