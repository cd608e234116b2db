/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/claims_csv.h"

#include "app/dossier/claim_links.h"
#include "app/exchange/csv.h"

static const char *const columns[]
    = { "id",   "kind",   "text",   "label",  "by",         "basis",  "start", "strength", "low",
        "high", "status", "before", "change", "paragraphs", "actors", "events" };

static const char *
get_status (DemStatus status)
{
  switch (status)
    {
    case DEM_STATUS_ABSENT:
      return "absent";
    case DEM_STATUS_ASSUMED:
      return "assumed";
    case DEM_STATUS_UNDECIDED:
      return "undecided";
    case DEM_STATUS_UNSETTLED:
      return "unsettled";
    case DEM_STATUS_SETTLED:
    default:
      return "settled";
    }
}

static void
add_items (GString *csv, DemDossier *dossier, DemKind kind, GArray *indices)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < indices->len; i++)
    {
      DemRef ref = { kind, g_array_index (indices, guint32, i) };
      g_autofree char *name = dem_dossier_dup_name (dossier, ref);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", name);
    }
  dem_csv_add_text (csv, list->str);
}

/* Paragraphs by their ids, as --select takes them; other places by the id of the source and what is said of the place. */
static void
add_cites (GString *csv, DemDossier *dossier, const DemItem *item)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < item->n_cites; i++)
    {
      const DemCite *cite = &item->cites[i];

      g_string_append (list, i > 0 ? "; " : "");
      if (cite->paragraph != DEM_NO_INDEX)
        g_string_append (list, dem_dossier_paragraph (dossier, cite->paragraph)->item.id);
      else
        g_string_append (list, dem_dossier_source (dossier, cite->source)->item.id);
      if (cite->paragraph == DEM_NO_INDEX && cite->locator != NULL)
        g_string_append_printf (list, " %s %s", cite->label, cite->locator);
    }
  dem_csv_add_text (csv, list->str);
}

static void
add_strengths (GString *csv, DemEvaluation *evaluation, DemEvaluation *before, guint32 claim)
{
  DemStrength now = dem_evaluation_get (evaluation, DEM_REF (CLAIM, claim));
  DemStrength then = dem_evaluation_get (before, DEM_REF (CLAIM, claim));

  dem_csv_add_number (csv, dem_evaluation_get_start (evaluation, claim));
  dem_csv_add_number (csv, now.strength);
  dem_csv_add_number (csv, now.low);
  dem_csv_add_number (csv, now.high);
  dem_csv_add_text (csv, get_status (now.status));
  dem_csv_add_number (csv, then.strength);
  dem_csv_add_number (csv, now.strength - then.strength);
}

static void
add_claim (GString *csv, DemEvaluation *evaluation, DemEvaluation *before, guint32 index)
{
  static const char *const kinds[]
      = { "thesis", "claim", "fact", "proposal", "forecast", "objection", "assumption" };
  static const char *const bases[] = { "source", "reading", "background" };
  DemDossier *dossier = dem_evaluation_get_dossier (evaluation);
  const DemClaim *claim = dem_dossier_claim (dossier, index);
  g_autoptr (GArray) actors = dem_claim_dup_actors (dossier, index);
  g_autoptr (GArray) events = dem_claim_dup_events (dossier, index);

  dem_csv_add_text (csv, claim->item.id);
  dem_csv_add_text (csv, kinds[claim->kind]);
  dem_csv_add_text (csv, claim->text);
  dem_csv_add_text (csv, claim->item.label);
  dem_csv_add_text (csv, claim->by != DEM_NO_INDEX ? dem_dossier_actor (dossier, claim->by)->name : NULL);
  dem_csv_add_text (csv, bases[claim->item.basis]);
  add_strengths (csv, evaluation, before, index);
  add_cites (csv, dossier, &claim->item);
  add_items (csv, dossier, DEM_KIND_ACTOR, actors);
  add_items (csv, dossier, DEM_KIND_EVENT, events);
  dem_csv_end_line (csv);
}

char *
dem_claims_to_csv (DemEvaluation *evaluation, DemEvaluation *before)
{
  GString *csv;
  guint n;

  g_return_val_if_fail (evaluation != NULL && before != NULL, NULL);
  g_return_val_if_fail (dem_evaluation_get_dossier (evaluation) == dem_evaluation_get_dossier (before), NULL);

  csv = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    dem_csv_add_text (csv, columns[i]);
  dem_csv_end_line (csv);
  n = dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM);
  for (guint32 i = 0; i < n; i++)
    add_claim (csv, evaluation, before, i);
  return g_string_free (csv, FALSE);
}
