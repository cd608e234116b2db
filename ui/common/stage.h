/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/**
 * DemStageCamera:
 * @x: (and @y): what is in the middle of the picture, in units of the stage (degrees, pixels of a layout)
 * @zoom: how near it is, in a unit of the stage; twice as much shows everything twice as large
 */
typedef struct
{
  double x, y;
  double zoom;
} DemStageCamera;

/**
 * DemStage:
 *
 * A canvas that is looked at through a camera: drag and inertia, wheel and pinch around the pointer, double
 * click, keys, and buttons in the lower corner. What a camera sees is the subclass's; how it is moved is the
 * same everywhere.
 *
 * Keys: arrows pan; Ctrl+arrows move the cursor to the nearest mark, Page Up and Page Down to the previous
 * and next in reading order; + and − zoom; Home shows everything. Actions: `stage.zoom-in`, `stage.zoom-out`,
 * `stage.home`, `stage.pan` (ii), `stage.go` (i, a #DemCursorMove).
 *
 * Until somebody moves it, and after Home, the camera shows everything at any size. A mark that is selected,
 * or that the cursor reaches, comes into the picture.
 *
 * Signal: `moved`, when the camera is elsewhere.
 *
 * Accessibility: that of #DemCanvas; the buttons are widgets of their own.
 */
#define DEM_TYPE_STAGE (dem_stage_get_type ())
G_DECLARE_DERIVABLE_TYPE (DemStage, dem_stage, DEM, STAGE, DemCanvas)

/**
 * DemStageClass:
 * @is_ready: there is something to look at; before that no other function is called, and nothing moves
 * @get_home: the camera that shows everything at the widget's size
 * @clamp: the same camera, no nearer and no farther than makes sense, and not past everything
 * @pan: the camera after the picture has moved by some pixels
 * @zoom: the camera after it has grown by a factor around a pixel, which stays, as far as it may
 * @between: the camera at a share of the way from one to another
 * @is_settled: (nullable): what there is to look at is whole and in its place; as @is_ready by default
 * @refuses_drag: (nullable): the press at a point is not for the camera
 * @is_fixed: (nullable): a mark stands still whatever the camera does, so that no move brings it nearer
 */
struct _DemStageClass
{
  DemCanvasClass parent_class;

  gboolean (*is_ready) (DemStage *self);
  DemStageCamera (*get_home) (DemStage *self);
  DemStageCamera (*clamp) (DemStage *self, DemStageCamera camera);
  DemStageCamera (*pan) (DemStage *self, DemStageCamera camera, double dx, double dy);
  DemStageCamera (*zoom) (DemStage *self, DemStageCamera camera, double factor, double x, double y);
  DemStageCamera (*between) (DemStage *self, DemStageCamera from, DemStageCamera to, double share);
  gboolean (*is_settled) (DemStage *self);
  gboolean (*refuses_drag) (DemStage *self, double x, double y);
  gboolean (*is_fixed) (DemStage *self, DemRef ref);

  gpointer padding[3];
};

/* The camera for the scene that is made now. */
DemStageCamera dem_stage_get_camera (DemStage *self);

/* At once, inside the limits. */
void dem_stage_set_camera (DemStage *self, DemStageCamera camera);

/* The same in a smooth move; at once where animations are off. */
void dem_stage_move_camera (DemStage *self, DemStageCamera camera);
void dem_stage_go_home (DemStage *self);

/* As dem_stage_move_camera(), in a time of the caller's. */
void dem_stage_move_camera_slowly (DemStage *self, DemStageCamera camera, guint milliseconds);

/**
 * dem_stage_frame_marks:
 * @milliseconds: how long the way takes; 0 for at once
 *
 * Brings some marks to the middle together, from as far as it takes to see all of them.
 */
void dem_stage_frame_marks (DemStage *self, const DemRef *refs, guint n, guint milliseconds);

/* What was on screen fades into what will be, while the camera stands: somebody came or went, or stands otherwise. */
void dem_stage_fade (DemStage *self);

/* What is shown is something else: an animation ends where it is, and the camera shows everything if @home.
 */
void dem_stage_reset_camera (DemStage *self, gboolean home);

/* Brings a mark that lies outside the picture to its middle. */
void dem_stage_reveal (DemStage *self, DemRef ref);

/**
 * dem_stage_arrive_from:
 * @from: in the same place, as large
 *
 * To be called when this stage takes the other's place on screen: marks go from where they were to where they
 * are here in half a second, as soon as this one is settled (and not at all if that takes long, or where
 * animations are off).
 */
void dem_stage_arrive_from (DemStage *self, DemStage *from);

/* How far marks have come, 0 to 1; 1 when none is on its way. */
double dem_stage_get_arrival (DemStage *self);

/* The subclass's buttons, a child of it, which stand in the lower corner. (transfer none) */
void dem_stage_set_buttons (DemStage *self, GtkWidget *buttons);

/* Without buttons: it is looked at from afar, and nobody there has a pointer. */
void dem_stage_set_bare (DemStage *self, gboolean bare);

G_END_DECLS
