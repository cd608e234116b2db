/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/outline_words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/common/sign.h"
#include "ui/common/strength_words.h"

char *
dem_outline_dup_text (DemOutline *outline, guint32 index)
{
  DemDossier *dossier = dem_outline_get_dossier (outline);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);

  if (node->sign == DEM_SIGN_THESIS)
    return g_strdup (dem_dossier_claim (dossier, node->claim)->text);
  return dem_dossier_dup_label (dossier, DEM_REF (CLAIM, node->claim));
}

char *
dem_outline_dup_label (DemOutline *outline, guint32 index)
{
  DemDossier *dossier = dem_outline_get_dossier (outline);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);
  g_autofree char *text = dem_outline_dup_text (outline, index);
  g_autofree char *target = NULL;

  if (node->sign == DEM_SIGN_THESIS)
    return g_strdup_printf (_ ("thesis: %s"), text);
  if (node->parent == DEM_NO_NODE)
    /* Translators: how deep a claim stands, "claim", and its text. */
    return g_strdup_printf (_ ("level %u, %s: %s"), node->depth, dem_sign_get_word (node->sign), text);
  target
      = dem_dossier_dup_label (dossier, DEM_REF (CLAIM, dem_outline_get_node (outline, node->parent)->claim));
  if (g_str_has_suffix (target, "."))
    target[strlen (target) - 1] = '\0';
  /* Translators: how deep a claim stands, whether it speaks for or against or breaks the link to what it
   * stands under, what that is, and the claim's own text: "level 3, against: Help can be had. Sanctions risk
   * collapse" */
  return g_strdup_printf (_ ("level %u, %s: %s. %s"), node->depth, dem_sign_get_word (node->sign), target,
                          text);
}

/* How many steps bear on a claim; linked premises are one reason. */
static guint
count_reasons (DemOutline *outline, guint32 index)
{
  const DemOutlineNode *node = dem_outline_get_node (outline, index);
  guint n = 0;

  for (guint32 i = index + 1; i < node->end; i = dem_outline_get_node (outline, i)->end)
    n += !dem_outline_get_node (outline, i)->linked_previous;
  return n;
}

char *
dem_outline_dup_spoken (DemOutline *outline, guint32 index, DemEvaluation *evaluation, DemEvaluation *before)
{
  g_autofree char *label = dem_outline_dup_label (outline, index);
  guint n = count_reasons (outline, index);
  g_autoptr (GString) text = g_string_new (label);

  if (evaluation != NULL)
    {
      g_autofree char *strength = dem_strength_dup_spoken (
          evaluation, before, DEM_REF (CLAIM, dem_outline_get_node (outline, index)->claim));

      g_string_append (text, _ (", "));
      g_string_append (text, strength);
    }
  if (n > 0)
    {
      g_string_append (text, _ (", "));
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u reason", "%u reasons", n), n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
dem_outline_get_heading (DemOutline *outline, guint32 index)
{
  if (!dem_outline_starts_section (outline, index))
    return NULL;
  switch (dem_outline_get_node (outline, index)->sign)
    {
    case DEM_SIGN_FOR:
      return _ ("Reasons for");
    case DEM_SIGN_AGAINST:
      return _ ("Reasons against");
    default:
      return _ ("Other claims");
    }
}
