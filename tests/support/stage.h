/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "app/dossier/loader.h"
#include "ui/common/scene.h"

/* A focus on a dossier and what a scene of it is made from, without a widget. */
typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
  DemSceneInput input;
} Stage;

/* Takes the dossier over. */
static inline void
open_stage (Stage *stage, DemDossier *dossier)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");

  stage->dossier = dossier;
  stage->focus = dem_focus_new ();
  dem_focus_open (stage->focus, dossier);
  stage->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (stage->pango, font);
}

static inline void
close_stage (Stage *stage)
{
  g_object_unref (stage->pango);
  g_object_unref (stage->focus);
  g_object_unref (stage->dossier);
}

static inline const DemSceneInput *
get_input (Stage *stage, double width, double height)
{
  stage->input = (DemSceneInput){ .dossier = stage->dossier,
                                  .focus = stage->focus,
                                  .relevance = dem_focus_get_relevance (stage->focus),
                                  .palette = dem_palette_get (FALSE, FALSE),
                                  .pango = stage->pango,
                                  .width = width,
                                  .height = height };
  return &stage->input;
}

/* Both days inclusive, as "2016-01-01". */
static inline void
set_days (Stage *stage, const char *first, const char *last)
{
  DemEdtf a, b;

  g_assert_true (dem_edtf_parse (first, &a, NULL));
  g_assert_true (dem_edtf_parse (last, &b, NULL));
  dem_focus_set_period (stage->focus, (DemPeriod){ a.start_min, b.start_min });
}

static inline DemRef
find_item (Stage *stage, const char *id)
{
  DemRef ref = dem_dossier_find (stage->dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}
