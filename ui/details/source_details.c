/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

void
dem_details_build_source (const DemDetails *details, guint32 index)
{
  static const DemKind kinds[] = { DEM_KIND_ACTOR,     DEM_KIND_RELATION, DEM_KIND_EVENT, DEM_KIND_CLAIM,
                                   DEM_KIND_INFERENCE, DEM_KIND_SCENARIO, DEM_KIND_NONE };
  const DemSource *source = dem_dossier_source (details->dossier, index);
  g_autofree char *name = dem_dossier_dup_name (details->dossier, DEM_REF (SOURCE, index));
  g_autofree char *date = dem_details_dup_date (details->dossier, DEM_REF (SOURCE, index));
  g_autofree char *published = dem_details_join (source->container, date);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u, in our words", "%u, in our words", source->n_paragraphs),
      source->n_paragraphs);
  GArray *paragraphs = dem_details_entries_new ();

  dem_details_add_head (details, name, source->author);
  dem_details_add_fact (details, _("Published"), published);
  dem_details_add_standing (details, &source->item);
  dem_details_add_address (details, _("Open in the Browser"), source->url);
  for (guint i = 0; i < source->n_paragraphs; i++)
    dem_details_entries_add (paragraphs, DEM_REF (PARAGRAPH, source->first_paragraph + i));
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_PARAGRAPH), count, paragraphs);
  if (source->n_paragraphs == 0)
    dem_details_add_backlinks (details, DEM_REF (SOURCE, index), kinds);
}
