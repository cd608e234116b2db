/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/* The sign after the name of an event that claims are about: the three dots that logicians write for "therefore". What
 * the claims are, the card and the menu of the event tell. */

/* Whether there are such claims in the scenario of the picture. */
gboolean dem_claim_sign_is_wanted (const DemTimelineContext *context, DemRef ref);

/* What it takes of a row, with the gap before it. */
double dem_claim_sign_width (const DemTimelineContext *context);

/* Draws it where a label ends, around a height. */
void dem_claim_sign_draw (const DemTimelinePainter *painter, double label_end, double middle_y, const GdkRGBA *color,
                          double opacity);

G_END_DECLS
