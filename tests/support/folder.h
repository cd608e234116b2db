/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files and folders of a test, and children in which something is done to them. */

/* What the status of a child means that could not do what the test is about. */
#define FOLDER_SKIPPED 77

/* Aborts when it cannot be read. */
static inline char *
folder_read (const char *path)
{
  char *text;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
folder_write (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static inline void
folder_assert_text (const char *path, const char *expected)
{
  g_autofree char *text = folder_read (path);

  g_assert_cmpstr (text, ==, expected);
}

static inline guint
folder_count (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static inline void
folder_remove (const char *path)
{
  g_autoptr (GDir) entries = NULL;
  const char *name;

  g_chmod (path, 0700);
  entries = g_dir_open (path, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR) && !g_file_test (entry, G_FILE_TEST_IS_SYMLINK))
        folder_remove (entry);
      else
        g_assert_cmpint (g_unlink (entry), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* Runs a function in a child; its status. Fails with the child, which aborts where it fails. */
static inline int
folder_run_child (int (*function) (const char *path), const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (function (path));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == FOLDER_SKIPPED)
    g_test_skip ("needs to be root, or a user namespace");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return WEXITSTATUS (status);
}

/* Root may do anything, so a child gives that up, before it begins any thread. It stays root: another user might not even
 * reach the folder. FALSE when that is not to be done. */
static inline gboolean
folder_obey_rights (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  const struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { 0 };

  return geteuid () != 0 || syscall (SYS_capset, &header, none) == 0;
}

/* A small disk in memory, that only this child sees. */
static inline gboolean
folder_mount_small (const char *path, const char *options)
{
  int flags = CLONE_NEWNS | (geteuid () != 0 ? CLONE_NEWUSER : 0);

  return unshare (flags) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("small", path, "tmpfs", 0, options) == 0;
}
