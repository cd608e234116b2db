/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/outline_markdown.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/argument/outline.h"
#include "app/argument/robustness.h"
#include "app/dossier/claim_links.h"

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9"

/* Smaller changes are not seen in two decimals. */
#define LEAST_CHANGE 0.005

typedef struct
{
  GString *text;
  DemDossier *dossier;
  DemOutline *outline;
  DemEvaluation *evaluation;
  DemEvaluation *before;
} Writer;

/* ---- Text ---- */

/* The scripts that run from right to left lie in these ranges. */
static gboolean
runs_from_right (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
          || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }
  return FALSE;
}

void
dem_markdown_add_text (GString *markdown, const char *text)
{
  gboolean isolated;

  g_return_if_fail (markdown != NULL && text != NULL);

  isolated = runs_from_right (text);
  if (isolated)
    g_string_append (markdown, FIRST_STRONG_ISOLATE);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      g_string_append_c (markdown, ' ');
    else
      {
        if (strchr ("\\`*_{}[]<>#&~|$", *p) != NULL)
          g_string_append_c (markdown, '\\');
        g_string_append_c (markdown, *p);
      }
  if (isolated)
    g_string_append (markdown, POP_DIRECTIONAL_ISOLATE);
}

/* ---- Strengths ---- */

static void
add_strength (Writer *self, guint32 claim)
{
  DemStrength now = dem_evaluation_get (self->evaluation, DEM_REF (CLAIM, claim));
  DemStrength then = dem_evaluation_get (self->before, DEM_REF (CLAIM, claim));

  if (isnan (now.strength))
    g_string_append_printf (self->text, "**%s**", _ ("unsettled"));
  else if (now.status == DEM_STATUS_UNDECIDED)
    g_string_append_printf (self->text, "**%.2f–%.2f** (%s)", now.low, now.high, _ ("undecided because of dates"));
  else if (fabs (now.strength - then.strength) >= LEAST_CHANGE)
    g_string_append_printf (self->text, "%.2f → **%.2f**", then.strength, now.strength);
  else
    g_string_append_printf (self->text, "**%.2f**", now.strength);
  if (dem_evaluation_get_setter (self->evaluation, claim) == DEM_SETTER_SCENARIO)
    g_string_append_printf (self->text, " (%s)", _ ("set by the scenario"));
  else if (dem_evaluation_get_setter (self->evaluation, claim) == DEM_SETTER_READER)
    g_string_append_printf (self->text, " (%s)", _ ("set by you"));
}

static void
add_band (Writer *self, guint32 thesis)
{
  DemBounds band = DEM_BOUNDS_NONE;

  if (!dem_robustness_measure (self->evaluation, thesis, NULL, &band, NULL) || isnan (band.low))
    return;
  g_string_append_printf (
      self->text,
      _ ("Were every starting value and weight off by up to 0.1, it would mostly lie between %.2f and %.2f."), band.low,
      band.high);
  g_string_append (self->text, "\n\n");
}

/* ---- Claims ---- */

static void
add_whose (Writer *self, const DemClaim *claim)
{
  if (claim->by != DEM_NO_INDEX)
    {
      g_string_append (self->text, " — ");
      dem_markdown_add_text (self->text, dem_dossier_actor (self->dossier, claim->by)->name);
    }
  for (guint i = 0; i < claim->item.n_cites; i++)
    {
      g_autofree char *cite = dem_cite_dup_text (self->dossier, &claim->item.cites[i]);

      g_string_append (self->text, i > 0 || claim->by != DEM_NO_INDEX ? ", " : " — ");
      dem_markdown_add_text (self->text, cite);
    }
  if (claim->item.basis != DEM_BASIS_SOURCE)
    g_string_append_printf (self->text, " (%s)", dem_basis_get_word (claim->item.basis));
}

static const char *
get_sign (DemSign sign)
{
  switch (sign)
    {
    case DEM_SIGN_FOR:
      return "**+** ";
    case DEM_SIGN_AGAINST:
      return "**−** ";
    case DEM_SIGN_UNDERCUT:
      return "**⊗** ";
    case DEM_SIGN_NONE:
    case DEM_SIGN_THESIS:
    default:
      return "";
    }
}

static void
add_reason (Writer *self, const DemOutlineNode *node)
{
  const DemClaim *claim = dem_dossier_claim (self->dossier, node->claim);

  for (guint i = 1; i < node->depth; i++)
    g_string_append (self->text, "  ");
  g_string_append_printf (self->text, "- %s%s", get_sign (node->sign), node->linked_previous ? "& " : "");
  add_strength (self, node->claim);
  g_string_append_c (self->text, ' ');
  dem_markdown_add_text (self->text, claim->text);
  add_whose (self, claim);
  if (node->is_reference)
    g_string_append_printf (self->text, " *%s*", _ ("(used again; its reasons stand elsewhere)"));
  g_string_append_c (self->text, '\n');
}

static void
add_thesis (Writer *self, const DemOutlineNode *node)
{
  const DemClaim *claim = dem_dossier_claim (self->dossier, node->claim);

  g_string_append (self->text, "\n## ");
  dem_markdown_add_text (self->text, claim->text);
  g_string_append (self->text, "\n\n");
  g_string_append_printf (self->text, "%s: ", dem_claim_kind_get_word (claim->kind));
  add_strength (self, node->claim);
  add_whose (self, claim);
  g_string_append (self->text, "\n\n");
  add_band (self, node->claim);
}

/* A heading where a new group of reasons begins. */
static void
add_heading (Writer *self, guint32 index)
{
  const DemOutlineNode *node = dem_outline_get_node (self->outline, index);

  if (!dem_outline_starts_section (self->outline, index))
    return;
  if (node->sign == DEM_SIGN_FOR)
    g_string_append_printf (self->text, "\n### %s\n\n", _ ("Reasons for"));
  else if (node->sign == DEM_SIGN_AGAINST)
    g_string_append_printf (self->text, "\n### %s\n\n", _ ("Reasons against"));
  else
    g_string_append_printf (self->text, "\n## %s\n\n", _ ("Other claims"));
}

/* ---- The document ---- */

static void
add_paragraph (Writer *self, const char *text)
{
  if (text == NULL)
    return;
  dem_markdown_add_text (self->text, text);
  g_string_append (self->text, "\n\n");
}

static void
add_scenario (Writer *self)
{
  guint32 index = dem_evaluation_get_scenario (self->evaluation);

  if (index == DEM_NO_INDEX)
    return;
  g_string_append_printf (self->text, "**%s** ", _ ("Scenario:"));
  dem_markdown_add_text (self->text, dem_dossier_scenario (self->dossier, index)->title);
  g_string_append (self->text, "\n\n");
  add_paragraph (self, dem_dossier_scenario (self->dossier, index)->item.summary);
}

static void
add_head (Writer *self)
{
  g_string_append (self->text, "# ");
  add_paragraph (self, dem_dossier_get_title (self->dossier));
  add_paragraph (self, dem_dossier_get_subtitle (self->dossier));
  add_scenario (self);
  g_string_append_printf (
      self->text, "> %s\n>\n> %s\n",
      _ ("Numbers tell how well a claim holds inside this dossier, from 0 to 1, from starting values and weights that its "
         "maker chose. They are no probabilities, no evidence and not the author’s own estimate: compare before and after, "
         "never across dossiers."),
      _ ("+ speaks for what it stands under, − against it, ⊗ breaks the link between the two above; & counts only together "
         "with the one before."));
}

char *
dem_outline_to_markdown (DemEvaluation *evaluation, DemEvaluation *before)
{
  g_autoptr (DemOutline) outline = NULL;
  Writer self = { .evaluation = evaluation, .before = before };

  g_return_val_if_fail (evaluation != NULL && before != NULL, NULL);
  g_return_val_if_fail (dem_evaluation_get_dossier (evaluation) == dem_evaluation_get_dossier (before), NULL);

  self.text = g_string_new (NULL);
  self.dossier = dem_evaluation_get_dossier (evaluation);
  outline = dem_outline_new (self.dossier, dem_evaluation_get_scenario (evaluation));
  self.outline = outline;
  add_head (&self);
  for (guint32 i = 0; i < dem_outline_get_n_nodes (outline); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);

      add_heading (&self, i);
      if (node->sign == DEM_SIGN_THESIS)
        add_thesis (&self, node);
      else
        add_reason (&self, node);
    }
  return g_string_free (self.text, FALSE);
}
