/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/argument/schemes.h"
#include "ui/common/questions.h"
#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static const char *
get_title (const DemInference *inference)
{
  switch (inference->kind)
    {
    case DEM_INFERENCE_SUPPORTS:
      return _("A reason for");
    case DEM_INFERENCE_ATTACKS:
      return _("A reason against");
    case DEM_INFERENCE_UNDERCUTS:
    default:
      return _("Breaks the link");
    }
}

static void
add_undercuts (const DemDetails *details, guint32 index)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (INFERENCE, index), DEM_KIND_INFERENCE, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (details->dossier, links[i].index);

      if (dem_ref_equal (inference->to, DEM_REF (INFERENCE, index)))
        dem_details_entries_add (entries, links[i]);
    }
  dem_details_add_section (details, _("What breaks its link"), NULL, entries);
}

/* What its force depends on in time: items by link, dates by their words. */
static void
add_needs (const DemDetails *details, const char *title, const DemNeed *needs, guint n)
{
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    if (!dem_ref_is_none (needs[i].item))
      dem_details_entries_add (entries, needs[i].item);
    else
      {
        g_autofree char *date = dem_edtf_format (&needs[i].date);
        dem_details_add_fact (details, title, date);
      }
  dem_details_add_section (details, title, NULL, entries);
}

static void
add_premises (const DemDetails *details, const DemInference *inference)
{
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < inference->n_from; i++)
    dem_details_entries_add (entries, DEM_REF (CLAIM, inference->from[i]));
  dem_details_add_section (details, _("From"), inference->n_from > 1 ? _("only together") : NULL, entries);
}

/* By its usual name where it is known, else as the dossier writes it. */
static const char *
get_scheme (const DemInference *inference)
{
  const DemScheme *scheme = dem_scheme_find (inference->scheme);

  return scheme != NULL ? dem_scheme_get_title (scheme) : inference->scheme;
}

/* Of a kind of reasoning that is not known the page says so. */
static void
add_questions (const DemDetails *details, const DemInference *inference)
{
  GtkWidget *questions = dem_questions_new (details->notebook, inference);

  if (questions != NULL)
    gtk_box_append (details->box, questions);
  else if (inference->scheme != NULL)
    dem_details_add_text (details, _ ("No critical questions are known for this kind of reasoning."));
}

void
dem_details_build_inference (const DemDetails *details, guint32 index)
{
  const DemInference *inference = dem_dossier_inference (details->dossier, index);
  g_autofree char *weight = g_strdup_printf ("%.2f", inference->weight);

  dem_details_add_head (details, get_title (inference), _("Step of the argument"));
  dem_details_add_fact (details, _("Kind of reasoning"), get_scheme (inference));
  dem_details_add_fact (details, _("Weight"), weight);
  dem_details_add_strength (details, DEM_REF (INFERENCE, index));
  dem_details_add_standing (details, &inference->item);
  add_premises (details, inference);
  dem_details_add_link (details, _("To"), inference->to);
  add_questions (details, inference);
  add_undercuts (details, index);
  add_needs (details, _("Needs each before the next"), inference->before, inference->n_before);
  add_needs (details, _("Needs the first during the second"), inference->during, inference->n_during);
}
