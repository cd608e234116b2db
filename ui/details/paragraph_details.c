/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"

/* Everything that is taken from a paragraph. */
void
dem_details_build_paragraph (const DemDetails *details, guint32 index)
{
  static const DemKind kinds[]
      = { DEM_KIND_CLAIM, DEM_KIND_INFERENCE, DEM_KIND_EVENT,    DEM_KIND_RELATION, DEM_KIND_PAIR,
          DEM_KIND_ACTOR, DEM_KIND_PLACE,     DEM_KIND_SCENARIO, DEM_KIND_NONE };
  const DemParagraph *paragraph = dem_dossier_paragraph (details->dossier, index);
  g_autofree char *title = g_strdup_printf (_("Paragraph %u"), paragraph->number);
  g_autofree char *source = dem_dossier_dup_name (details->dossier, DEM_REF (SOURCE, paragraph->source));
  guint n = 0;
  g_autofree char *count = NULL;

  dem_dossier_backlinks (details->dossier, DEM_REF (PARAGRAPH, index), &n);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item is taken from this paragraph.",
                                        "%u items are taken from this paragraph.", n),
                           n);
  dem_details_add_head (details, title, source);
  if (paragraph->item.summary != NULL)
    dem_details_add_fact (details, _("In our words:"), paragraph->item.summary);
  dem_details_add_text (details, count);
  dem_details_add_link (details, _("Source"), DEM_REF (SOURCE, paragraph->source));
  dem_details_add_backlinks (details, DEM_REF (PARAGRAPH, index), kinds);
}
