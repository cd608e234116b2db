/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/note_marks.h"

G_BEGIN_DECLS

/**
 * DemNoteRoom:
 *
 * Where marks of notes find room in a picture: beside what stands there already, and beside one another. Those that find none
 * are not drawn; what they are on says how many there are all the same.
 */
typedef struct _DemNoteRoom DemNoteRoom;

/**
 * dem_note_room_new:
 * @pango: of where the picture appears
 * @frame: inside which marks stand
 * @spots: (element-type DemNoteSpot): appended to; borrowed, as is all else
 */
DemNoteRoom *dem_note_room_new (DemNoteMarks *marks, DemDossier *dossier, PangoContext *pango, const graphene_rect_t *frame,
                                GArray *spots);
void dem_note_room_free (DemNoteRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNoteRoom, dem_note_room_free)

/* Something stands there. */
void dem_note_room_take (DemNoteRoom *self, const graphene_rect_t *rect);

/* Whether an item carries notes whose mark does not stand yet: only then is it worth while to look for places. */
gboolean dem_note_room_begin (DemNoteRoom *self, DemRef ref);
gboolean dem_note_room_begin_target (DemNoteRoom *self, const DemNoteTarget *target);

/* How large the mark is that was begun. */
void dem_note_room_get_size (DemNoteRoom *self, double *width, double *height);

/* Puts the mark that was begun around a point, if it is free there. */
gboolean dem_note_room_try (DemNoteRoom *self, double x, double y);

/* The same at the sides of something, the end of its line first. */
gboolean dem_note_room_try_beside (DemNoteRoom *self, const graphene_rect_t *rect);

/* The same whatever stands there: it lies on what it belongs to. */
void dem_note_room_put (DemNoteRoom *self, double x, double y);

G_END_DECLS
