/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

/* What all items have in common. */
void
dem_read_item (DemReader *reader, DemItem *item)
{
  static const char *const bases[] = { "source", "reading", "background", NULL };
  guint token = reader->entry.token;

  item->id = reader->entry.id;
  item->label = dem_reader_text (reader, token, "label");
  item->summary = dem_reader_text (reader, token, "summary");
  item->why = dem_reader_text (reader, token, "why");
  item->basis = dem_reader_choice (reader, token, "basis", bases, DEM_BASIS_SOURCE);
  item->tags = dem_reader_words (reader, token, "tags", &item->n_tags);
  item->scenarios = dem_reader_indices (reader, token, "scenarios", DEM_KIND_SCENARIO, &item->n_scenarios);
  dem_read_cites (reader, item);
}
