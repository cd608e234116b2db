/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/talk_stop.h"
#include "ui/common/scene.h"

G_BEGIN_DECLS

/* A stop as a picture that needs no display: for slides and hand-outs on paper. */

/**
 * dem_slide_scene_draw:
 * @input: its focus looks at the stop already; text is measured with its context, and the picture has its size
 * @number: (nullable): "5 of 11"
 * @marking: (nullable): the line on every slide
 * @with_strokes: what was drawn over it as well
 *
 * The whole slide: what it says, its stage, its time and a footer. Returns: (transfer full)
 */
GskRenderNode *dem_slide_scene_draw (const DemSceneInput *input, DemTalkStop *stop, const char *number, const char *marking,
                                     gboolean with_strokes);

/* Its stage alone, labels and lines enlarged; a map has in its picture what the stop asks for. (transfer full) */
GskRenderNode *dem_slide_scene_draw_stage (const DemSceneInput *input, DemTalkStop *stop, double enlargement);

/* Its time alone. @unit: of the slide, in pixels. (transfer full) */
GskRenderNode *dem_slide_scene_draw_strip (const DemSceneInput *input, double unit, double margin);

G_END_DECLS
