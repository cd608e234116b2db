/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/frames.h"

#include <time.h>

#define WARM_UP 20 /* frames left out: the first picture, fonts */

/* Of this thread: what others do on the same machine is not counted. */
static double
get_cpu_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* ---- A widget around another that measures its snapshot, and the window's layout before it ---- */

#define FRAMES_TYPE_BOX (frames_box_get_type ())
G_DECLARE_FINAL_TYPE (FramesBox, frames_box, FRAMES, BOX, GtkWidget)

struct _FramesBox
{
  GtkWidget parent_instance;
  GArray *work; /* double, milliseconds, by frame */
  double layout_begin;
  double laid_out; /* milliseconds, since the last snapshot */
};

G_DEFINE_FINAL_TYPE (FramesBox, frames_box, GTK_TYPE_WIDGET)

static void
on_layout_begin (GdkFrameClock *clock, FramesBox *self)
{
  self->layout_begin = get_cpu_milliseconds ();
}

static void
on_layout_end (GdkFrameClock *clock, FramesBox *self)
{
  self->laid_out += get_cpu_milliseconds () - self->layout_begin;
}

static void
frames_box_realize (GtkWidget *widget)
{
  GdkFrameClock *clock;

  GTK_WIDGET_CLASS (frames_box_parent_class)->realize (widget);
  clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect_object (clock, "update", G_CALLBACK (on_layout_begin), widget, G_CONNECT_AFTER);
  g_signal_connect_object (clock, "layout", G_CALLBACK (on_layout_end), widget, G_CONNECT_AFTER);
}

static void
frames_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double start = get_cpu_milliseconds (), spent;

  GTK_WIDGET_CLASS (frames_box_parent_class)->snapshot (widget, snapshot);
  spent = get_cpu_milliseconds () - start + FRAMES_BOX (widget)->laid_out;
  FRAMES_BOX (widget)->laid_out = 0;
  g_array_append_val (FRAMES_BOX (widget)->work, spent);
}

static void
frames_box_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&FRAMES_BOX (object)->work, g_array_unref);
  G_OBJECT_CLASS (frames_box_parent_class)->dispose (object);
}

static void
frames_box_class_init (FramesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = frames_box_dispose;
  GTK_WIDGET_CLASS (klass)->realize = frames_box_realize;
  GTK_WIDGET_CLASS (klass)->snapshot = frames_box_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
frames_box_init (FramesBox *self)
{
  self->work = g_array_new (FALSE, FALSE, sizeof (double));
}

/* ---- The reference: one colour ---- */

#define FRAMES_TYPE_FLAT (frames_flat_get_type ())
G_DECLARE_FINAL_TYPE (FramesFlat, frames_flat, FRAMES, FLAT, GtkWidget)

struct _FramesFlat
{
  GtkWidget parent_instance;
  float shade;
};

G_DEFINE_FINAL_TYPE (FramesFlat, frames_flat, GTK_TYPE_WIDGET)

static void
frames_flat_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float shade = FRAMES_FLAT (widget)->shade;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ shade, shade, shade, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
frames_flat_class_init (FramesFlatClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = frames_flat_snapshot;
}

static void
frames_flat_init (FramesFlat *self)
{
}

static void
step_flat (GtkWidget *widget, guint frame, guint n_frames, gpointer data)
{
  FRAMES_FLAT (widget)->shade = (float) frame / (float) n_frames;
  gtk_widget_queue_draw (widget);
}

/* ---- The run ---- */

#define REFRESH (1000.0 / 60.0) /* milliseconds */

typedef struct
{
  GMainLoop *loop;
  guint n_frames, frame, missed;
  FramesStep step;
  gpointer data;
  gint64 begin; /* of the frame, microseconds */
  gint64 last;  /* begin of the one before */
  double last_cpu;
  GArray *intervals; /* double, milliseconds */
  GArray *cpu;
} Run;

static void
on_frame_begin (GdkFrameClock *clock, Run *run)
{
  run->begin = g_get_monotonic_time ();
}

/* A compositor that waits for a late frame hides in its intervals what a screen would not have waited for, so
 * that a frame is missed too when it took more than an interval to paint. */
static void
on_frame_end (GdkFrameClock *clock, Run *run)
{
  double interval = (double) (run->begin - run->last) / 1000.0;
  double spent = (double) (g_get_monotonic_time () - run->begin) / 1000.0;

  if (run->frame > WARM_UP + 1)
    {
      g_array_append_val (run->intervals, interval);
      run->missed += interval > 1.5 * REFRESH || spent > REFRESH;
    }
  run->last = run->begin;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  double cpu = get_cpu_milliseconds (), spent = cpu - run->last_cpu;

  if (run->frame > WARM_UP)
    g_array_append_val (run->cpu, spent);
  run->last_cpu = cpu;
  run->step (widget, run->frame, run->n_frames, run->data);
  if (++run->frame < run->n_frames)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_percentile (GArray *values, double share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare);
  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

Frames
frames_measure (GtkWidget *widget, int width, int height, guint n_frames, FramesStep step, gpointer data)
{
  GtkWidget *window = gtk_window_new (), *box = g_object_new (FRAMES_TYPE_BOX, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = {
    .loop = loop, .n_frames = n_frames, .step = step, .data = data, .intervals = intervals, .cpu = cpu
  };
  GArray *work = FRAMES_BOX (box)->work;
  GdkFrameClock *clock;
  Frames frames;

  gtk_widget_set_parent (widget, box);
  gtk_widget_set_size_request (widget, width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (widget, on_tick, &run, NULL);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_frame_begin), &run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_end), &run);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (clock, &run);

  g_array_remove_range (work, 0, MIN (WARM_UP, work->len));
  frames = (Frames){
    .n_frames = work->len,
    .work_p50 = get_percentile (work, 0.5),
    .work_p95 = get_percentile (work, 0.95),
    .work_max = get_percentile (work, 1),
    .cpu_p50 = get_percentile (cpu, 0.5),
    .cpu_p95 = get_percentile (cpu, 0.95),
    .interval_p50 = get_percentile (intervals, 0.5),
    .interval_p95 = get_percentile (intervals, 0.95),
    .missed_percent = intervals->len > 0 ? 100.0 * run.missed / intervals->len : 0,
  };
  gtk_window_destroy (GTK_WINDOW (window));
  return frames;
}

Frames
frames_measure_flat (int width, int height, guint n_frames)
{
  return frames_measure (g_object_new (FRAMES_TYPE_FLAT, NULL), width, height, n_frames, step_flat, NULL);
}

void
frames_print (const char *bench, const char *what, const Frames *frames, const Frames *flat)
{
  g_print (
      "{\"bench\": \"%s\"%s%s, \"frames\": %u, \"work_ms\": {\"p50\": %.2f, \"p95\": %.2f, \"max\": %.2f}, "
      "\"cpu_ms\": {\"p50\": %.1f, \"p95\": %.1f}, \"flat_cpu_ms\": {\"p50\": %.1f, \"p95\": %.1f}, "
      "\"cpu_ratio\": %.2f, \"interval_ms\": {\"p50\": %.1f, \"p95\": %.1f}, \"missed_percent\": %.1f, "
      "\"flat_missed_percent\": %.1f}\n",
      bench, *what != '\0' ? ", " : "", what, frames->n_frames, frames->work_p50, frames->work_p95,
      frames->work_max, frames->cpu_p50, frames->cpu_p95, flat->cpu_p50, flat->cpu_p95,
      flat->cpu_p50 > 0 ? frames->cpu_p50 / flat->cpu_p50 : 0, frames->interval_p50, frames->interval_p95,
      frames->missed_percent, flat->missed_percent);
}
