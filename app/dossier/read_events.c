/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#define DEFAULT_IMPORTANCE 0.5

void
dem_read_event (DemReader *reader, DemEvent *event)
{
  guint token = reader->entry.token;

  dem_read_item (reader, &event->item);
  event->title = dem_reader_needed_text (reader, token, "title", event->item.id);
  event->kind = dem_reader_word (reader, token, "kind");
  event->when = dem_reader_date (reader, token, "when");
  event->when_text = dem_reader_text (reader, token, "when_text");
  event->actors = dem_reader_indices (reader, token, "actors", DEM_KIND_ACTOR, &event->n_actors);
  event->place = dem_reader_index (reader, token, "place", DEM_KIND_PLACE);
  event->importance = dem_reader_number (reader, token, "importance", 0, 1, DEFAULT_IMPORTANCE);
}
