/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <math.h>

static void
read_camera (DemReader *reader, guint token, DemStop *stop)
{
  guint camera = dem_reader_get (reader, token, "camera", DEM_JSON_OBJECT);

  stop->latitude = stop->longitude = stop->zoom = NAN;
  if (camera == DEM_JSON_NO_TOKEN)
    return;
  stop->latitude = dem_reader_number (reader, camera, "lat", -90, 90, NAN);
  stop->longitude = dem_reader_number (reader, camera, "lon", -180, 180, NAN);
  stop->zoom = dem_reader_number (reader, camera, "zoom", 0, HUGE_VAL, NAN);
  stop->fit = dem_reader_refs (reader, camera, "fit", DEM_KINDS_ANY, &stop->n_fit);
}

void
dem_read_stop (DemReader *reader, DemStop *stop)
{
  static const char *const stages[] = { "map", "network", "argument", NULL };
  guint token = reader->entry.token;

  dem_read_item (reader, &stop->item);
  stop->kicker = dem_reader_text (reader, token, "kicker");
  stop->headline = dem_reader_needed_text (reader, token, "headline", stop->item.id);
  stop->text = dem_reader_text (reader, token, "text");
  stop->notes = dem_reader_text (reader, token, "notes");
  stop->minutes = dem_reader_number (reader, token, "minutes", 0, HUGE_VAL, NAN);
  stop->select = dem_reader_refs (reader, token, "select", DEM_KINDS_ANY, &stop->n_select);
  stop->window = dem_reader_date (reader, token, "window");
  stop->scenario = dem_reader_index (reader, token, "scenario", DEM_KIND_SCENARIO);
  stop->perspective = dem_reader_index (reader, token, "perspective", DEM_KIND_ACTOR);
  stop->stage = dem_reader_needed_choice (reader, token, "stage", stages, DEM_STAGE_MAP);
  read_camera (reader, token, stop);
}
