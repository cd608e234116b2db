/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"

static char *
dup_position (const DemPlace *place)
{
  /* Translators: latitude and longitude in degrees. */
  return g_strdup_printf (_("%.2f° %s, %.2f° %s"), fabs (place->latitude),
                          place->latitude < 0 ? C_("latitude", "S") : C_("latitude", "N"),
                          fabs (place->longitude),
                          place->longitude < 0 ? C_("longitude", "W") : C_("longitude", "E"));
}

void
dem_details_build_place (const DemDetails *details, guint32 index)
{
  static const DemKind kinds[] = { DEM_KIND_ACTOR, DEM_KIND_EVENT, DEM_KIND_NONE };
  const DemPlace *place = dem_dossier_place (details->dossier, index);
  g_autofree char *position = dup_position (place);

  dem_details_add_head (details, place->name, _("Place"));
  dem_details_add_fact (details, _("Position"), position);
  dem_details_add_fact (details, _("Country"), place->country);
  dem_details_add_standing (details, &place->item);
  dem_details_add_backlinks (details, DEM_REF (PLACE, index), kinds);
}
