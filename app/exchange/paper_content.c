/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/argument/outline.h"
#include "app/argument/thesis.h"
#include "app/dossier/claim_links.h"

#define N_REASONS 3
#define N_CRUXES 3

/* Less than this is seen in no number. */
#define LEAST_SWING 0.005

typedef struct
{
  DemPaper *paper;
  DemDossier *dossier;
  DemEvaluation *evaluation;
  guint32 scenario;
} Writer;

static void
add (Writer *self, DemBlockKind kind, const char *text)
{
  if (text != NULL)
    dem_paper_add (self->paper, kind, 0, NULL, text, NULL);
}

/* What has to go out with every number. */
static void
add_caveat (Writer *self)
{
  add (self, DEM_BLOCK_CAVEAT,
       _ ("Numbers tell how well a claim holds inside this dossier, from 0 to 1, from starting values and weights that its "
          "maker chose. They are no probabilities, no evidence and not the author’s own estimate: compare before and after, "
          "never across dossiers."));
}

/* "0.56", or why there is none. */
static char *
dup_strength (Writer *self, guint32 claim)
{
  DemStrength strength = dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim));

  if (isnan (strength.strength))
    return g_strdup (_ ("unsettled"));
  if (strength.status == DEM_STATUS_UNDECIDED)
    return g_strdup_printf ("%.2f–%.2f", strength.low, strength.high);
  return g_strdup_printf ("%.2f", strength.strength);
}

/* What a claim says, who says it and where. */
static char *
dup_claim (Writer *self, guint32 index)
{
  const DemClaim *claim = dem_dossier_claim (self->dossier, index);
  GString *text = g_string_new (claim->text);
  const char *between = " — ";

  if (claim->by != DEM_NO_INDEX)
    {
      g_string_append_printf (text, "%s%s", between, dem_dossier_actor (self->dossier, claim->by)->name);
      between = ", ";
    }
  for (guint i = 0; i < claim->item.n_cites; i++)
    {
      g_autofree char *cite = dem_cite_dup_text (self->dossier, &claim->item.cites[i]);

      g_string_append_printf (text, "%s%s", between, cite);
      between = ", ";
    }
  if (claim->item.basis != DEM_BASIS_SOURCE)
    g_string_append_printf (text, " (%s)", dem_basis_get_word (claim->item.basis));
  return g_string_free (text, FALSE);
}

static void
add_claim (Writer *self, guint depth, const char *sign, guint32 claim)
{
  g_autofree char *strength = dup_strength (self, claim), *text = dup_claim (self, claim);
  g_autofree char *lead = g_strdup_printf ("%s%s%s", sign, *sign != '\0' ? " " : "", strength);

  dem_paper_add (self->paper, DEM_BLOCK_ITEM, depth, lead, text, NULL);
}

static Writer
begin (DemEvaluation *evaluation, const char *title)
{
  Writer self = { .evaluation = evaluation };

  self.dossier = dem_evaluation_get_dossier (evaluation);
  self.scenario = dem_evaluation_get_scenario (evaluation);
  self.paper = dem_paper_new (self.dossier, title);
  add (&self, DEM_BLOCK_TITLE, title);
  add (&self, DEM_BLOCK_TEXT, dem_dossier_get_subtitle (self.dossier));
  if (self.scenario != DEM_NO_INDEX)
    dem_paper_add (self.paper, DEM_BLOCK_TEXT, 0, _ ("Scenario:"), dem_dossier_scenario (self.dossier, self.scenario)->title,
                   NULL);
  return self;
}

/* ---- The brief ---- */

typedef struct
{
  guint32 claim;
  DemSign sign;
  double strength;
} Reason;

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const Reason *here = a, *there = b;

  return here->strength > there->strength ? -1 : here->strength < there->strength;
}

static void
add_reasons (Writer *self, guint32 thesis, DemSign sign, guint most, const char *heading)
{
  g_autoptr (DemOutline) outline = dem_outline_new (self->dossier, self->scenario);
  g_autoptr (GArray) reasons = g_array_new (FALSE, FALSE, sizeof (Reason));

  for (guint32 i = 0; i < dem_outline_get_n_nodes (outline); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);
      DemStrength strength = dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, node->claim));
      Reason reason = { node->claim, node->sign, isnan (strength.strength) ? -1 : strength.strength };

      if (node->parent != DEM_NO_NODE && dem_outline_get_node (outline, node->parent)->claim == thesis
          && dem_outline_get_node (outline, node->parent)->sign == DEM_SIGN_THESIS && node->sign == sign)
        g_array_append_val (reasons, reason);
    }
  if (reasons->len == 0)
    return;
  g_array_sort (reasons, compare_reasons);
  add (self, DEM_BLOCK_HEADING, heading);
  for (guint i = 0; i < MIN (reasons->len, most); i++)
    add_claim (self, 0, sign == DEM_SIGN_FOR ? "+" : "−", g_array_index (reasons, Reason, i).claim);
  if (reasons->len > most)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more reason stands in the report.",
                                                         "%u more reasons stand in the report.", reasons->len - most),
                                               reasons->len - most);

      add (self, DEM_BLOCK_TEXT, rest);
    }
}

static void
add_crux (Writer *self, const DemCrux *crux)
{
  g_autofree char *words = NULL;
  const char *text = dem_dossier_claim (self->dossier, crux->ref.index)->text;

  if (isnan (crux->rejected))
    words = g_strdup_printf ("%s", text);
  else
    /* Translators: a claim, and by how much the answer's strength changes without it. */
    words = g_strdup_printf (_ ("%s (without it the answer moves by %s%.2f)"), text, crux->rejected < 0 ? "−" : "+",
                             fabs (crux->rejected));
  dem_paper_add (self->paper, DEM_BLOCK_ITEM, 0, crux->is_decisive ? _ ("Stands unless this is false:") : _ ("Leans on:"),
                 words, NULL);
}

static void
add_cruxes (Writer *self, DemCruxes *cruxes)
{
  guint n, n_told = 0;
  const DemCrux *claims = dem_cruxes_get_claims (cruxes, &n);

  for (guint i = 0; i < n && n_told < N_CRUXES; i++)
    {
      if (!isnan (claims[i].rejected) && claims[i].rejected > -LEAST_SWING)
        continue;
      if (n_told++ == 0)
        add (self, DEM_BLOCK_HEADING, _ ("What it hangs on"));
      add_crux (self, &claims[i]);
    }
}

static void
add_decisions (Writer *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_CLAIM); i++)
    {
      const DemClaim *claim = dem_dossier_claim (self->dossier, i);

      if (claim->kind != DEM_CLAIM_PROPOSAL || !dem_dossier_exists_in (self->dossier, DEM_REF (CLAIM, i), self->scenario))
        continue;
      if (!any)
        add (self, DEM_BLOCK_HEADING, _ ("What to decide"));
      any = TRUE;
      add_claim (self, 0, "", i);
    }
}

DemPaper *
dem_paper_new_brief (DemEvaluation *evaluation, DemCruxes *cruxes)
{
  Writer self;
  guint32 thesis;

  g_return_val_if_fail (evaluation != NULL, NULL);

  self = begin (evaluation, dem_dossier_get_title (dem_evaluation_get_dossier (evaluation)));
  thesis = cruxes != NULL ? dem_cruxes_get_target (cruxes) : DEM_NO_INDEX;
  if (dem_dossier_get_summary (self.dossier) != NULL)
    {
      add (&self, DEM_BLOCK_HEADING, _ ("The question"));
      add (&self, DEM_BLOCK_TEXT, dem_dossier_get_summary (self.dossier));
    }
  if (thesis != DEM_NO_INDEX)
    {
      g_autofree char *strength = dup_strength (&self, thesis), *text = dup_claim (&self, thesis);

      add (&self, DEM_BLOCK_HEADING, _ ("The answer"));
      dem_paper_add (self.paper, DEM_BLOCK_TEXT, 0, strength, text, NULL);
      add_reasons (&self, thesis, DEM_SIGN_FOR, N_REASONS, _ ("Three reasons"));
      add_reasons (&self, thesis, DEM_SIGN_AGAINST, 1, _ ("The strongest objection"));
      add_cruxes (&self, cruxes);
    }
  add_decisions (&self);
  add_caveat (&self);
  return self.paper;
}

/* ---- The report ---- */

static void
add_argument (Writer *self)
{
  static const char *const signs[] = { [DEM_SIGN_NONE] = "", [DEM_SIGN_THESIS] = "", [DEM_SIGN_FOR] = "+",
                                       [DEM_SIGN_AGAINST] = "−", [DEM_SIGN_UNDERCUT] = "⊗" };
  g_autoptr (DemOutline) outline = dem_outline_new (self->dossier, self->scenario);

  add (self, DEM_BLOCK_HEADING, _ ("The argument"));
  add_caveat (self);
  for (guint32 i = 0; i < dem_outline_get_n_nodes (outline); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);

      if (dem_outline_starts_section (outline, i))
        add (self, DEM_BLOCK_SUBHEADING,
             node->sign == DEM_SIGN_FOR       ? _ ("Reasons for")
             : node->sign == DEM_SIGN_AGAINST ? _ ("Reasons against")
                                              : _ ("Other claims"));
      if (node->sign == DEM_SIGN_THESIS)
        {
          g_autofree char *strength = dup_strength (self, node->claim), *text = dup_claim (self, node->claim);

          dem_paper_add (self->paper, DEM_BLOCK_TEXT, 0, strength, text, NULL);
        }
      else
        add_claim (self, node->depth > 0 ? node->depth - 1 : 0, signs[node->sign], node->claim);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  DemDossier *dossier = data;
  guint32 here = *(const guint32 *) a, there = *(const guint32 *) b;
  int order = dem_edtf_compare (&dem_dossier_event (dossier, here)->when, &dem_dossier_event (dossier, there)->when);

  return order != 0 ? order : here < there ? -1 : here > there;
}

static void
add_events (Writer *self)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_EVENT); i++)
    if (dem_dossier_exists_in (self->dossier, DEM_REF (EVENT, i), self->scenario))
      g_array_append_val (events, i);
  g_array_sort_with_data (events, compare_events, self->dossier);
  add (self, DEM_BLOCK_HEADING, _ ("Timeline"));
  add (self, DEM_BLOCK_TIMELINE, _ ("The timeline: events and how pairs of actors stood to each other. Each event follows in words."));
  for (guint i = 0; i < events->len; i++)
    {
      const DemEvent *event = dem_dossier_event (self->dossier, g_array_index (events, guint32, i));
      g_autofree char *when = event->when_text != NULL ? g_strdup (event->when_text) : dem_edtf_format (&event->when);

      dem_paper_add (self->paper, DEM_BLOCK_ITEM, 0, when, event->title, NULL);
    }
}

static void
add_pairs (Writer *self)
{
  DemDay today = dem_dossier_get_today (self->dossier);

  add (self, DEM_BLOCK_HEADING, _ ("Who stands how to whom"));
  add (self, DEM_BLOCK_MAP, _ ("The map of actors. How each pair stands follows in words."));
  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_PAIR); i++)
    {
      guint32 phase = dem_dossier_stance_at (self->dossier, i, today, self->scenario);
      g_autofree char *name = NULL, *label = NULL;

      if (phase == DEM_NO_INDEX)
        continue;
      name = dem_dossier_dup_name (self->dossier, DEM_REF (PAIR, i));
      label = dem_dossier_dup_label (self->dossier, DEM_REF (RELATION, phase));
      dem_paper_add (self->paper, DEM_BLOCK_ITEM, 0, name, label, NULL);
    }
}

static void
add_sources (Writer *self)
{
  add (self, DEM_BLOCK_HEADING, _ ("Sources"));
  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_SOURCE); i++)
    {
      const DemSource *source = dem_dossier_source (self->dossier, i);
      g_autofree char *when = dem_edtf_is_dated (&source->issued) ? dem_edtf_format (&source->issued) : NULL;
      g_autofree char *name = dem_dossier_dup_name (self->dossier, DEM_REF (SOURCE, i));
      g_autoptr (GString) text = g_string_new (source->title != NULL ? source->title : name);

      if (source->container != NULL)
        g_string_append_printf (text, ", %s", source->container);
      if (when != NULL)
        g_string_append_printf (text, ", %s", when);
      dem_paper_add (self->paper, DEM_BLOCK_ITEM, 0, source->author, text->str, source->url);
    }
}

static void
add_notes (Writer *self, DemNotebook *notebook, gboolean with_private)
{
  GListModel *notes = dem_notebook_get_notes (notebook);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);
      const char *creator = dem_note_get_creator (note);

      if (dem_note_is_private (note) && !with_private)
        continue;
      if (!any)
        add (self, DEM_BLOCK_HEADING, _ ("Notes"));
      any = TRUE;
      dem_paper_add (self->paper, DEM_BLOCK_ITEM, 0, creator != NULL && *creator != '\0' ? creator : NULL,
                     dem_note_get_text (note), NULL);
    }
}

DemPaper *
dem_paper_new_report (DemEvaluation *evaluation, DemNotebook *notebook, gboolean with_private)
{
  Writer self;

  g_return_val_if_fail (evaluation != NULL, NULL);
  g_return_val_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook), NULL);

  self = begin (evaluation, dem_dossier_get_title (dem_evaluation_get_dossier (evaluation)));
  add (&self, DEM_BLOCK_TEXT, dem_dossier_get_summary (self.dossier));
  add_argument (&self);
  add_events (&self);
  add_pairs (&self);
  add_sources (&self);
  if (notebook != NULL)
    add_notes (&self, notebook, with_private);
  return self.paper;
}
