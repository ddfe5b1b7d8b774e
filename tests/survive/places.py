#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Where a file is written to: full disks, folders, links, pipes, permissions, two at once, signals.

    places.py TIENDO

Disks that are full are small file systems in memory, which only root can make (others skip them).
"""

import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time

from faults import ACTUALS, BOOK, TARGETS, sanitized

NOBODY = 65534
OLD = b'an older file\n' * 300
KINDS = ['csv', 'json', 'xlsx']


class Place:
    """A folder with a book and an old file of each kind."""

    program = None
    failures = 0

    def __init__(self, top):
        self.top = pathlib.Path(tempfile.mkdtemp(dir=top))
        self.top.chmod(0o777)
        for path, text in (('in/book.yaml', BOOK), ('in/plan.yaml', TARGETS),
                           ('in/june.yaml', ACTUALS)):
            (self.top / path).parent.mkdir(exist_ok=True)
            (self.top / path).write_text(text)
        self.out = self.top / 'out'
        self.out.mkdir()

    def old(self, kind):
        path = self.out / f'book.{kind}'
        path.write_bytes(OLD)
        return path

    def command(self, target):
        return [str(self.program), '--lang', 'en', 'export', '--force', '-o', str(target), 'in']

    def export(self, target, prepare=None, wrap=(), **env):
        return subprocess.run([*wrap, *self.command(target)], cwd=self.top,
                              env=dict(os.environ, LC_ALL='C.UTF-8', **env), preexec_fn=prepare,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def good(self, kind):
        path = self.top / f'good.{kind}'
        if not path.exists():
            done = self.export(path)
            assert done.returncode == 0, done.stderr
        return path.read_bytes()

    def listing(self):
        return sorted(path.name for path in self.out.iterdir())


def expect(what, *pairs):
    for got, wanted in pairs:
        if got != wanted:
            Place.failures += 1
            print(f'{what}: {str(got)[:200]!r} is not {str(wanted)[:200]!r}')


def says(what, done, code, words):
    expect(what, (done.returncode, code))
    if words not in done.stderr.decode():
        Place.failures += 1
        print(f'{what}: “{words}” is not said: {done.stderr.decode()!r}')


def test_refused_targets(top):
    place = Place(top)
    (place.out / 'folder.csv').mkdir()
    os.mkfifo(place.out / 'pipe.csv')
    os.symlink('nothing', place.out / 'dangling.csv')
    os.symlink('ring.csv', place.out / 'ring.csv')
    os.symlink('/dev/stdout', place.out / 'screen.csv')
    before = place.listing()
    for name, words in (('folder', 'it is a folder'), ('pipe', 'not a valid name or kind of file'),
                        ('dangling', 'no such file'), ('ring', 'run in a circle'),
                        ('screen', 'not a valid name or kind of file')):
        says(name, place.export(place.out / f'{name}.csv'), 3, words)
    says('missing folder', place.export(place.out / 'none' / 'x.csv'), 3, 'no such file or folder')
    says('long name', place.export(place.out / ('x' * 300 + '.csv')), 3, 'the name is too long')
    expect('nothing added', (place.listing(), before))


def test_links(top):
    """The file behind a link is replaced; the link stays."""
    for kind in KINDS:
        place = Place(top)
        place.old(kind)
        (place.top / 'far').mkdir()
        link = place.top / 'far' / f'link.{kind}'
        link.symlink_to(f'../out/book.{kind}')
        done = place.export(link)
        expect(f'link to {kind}', (done.returncode, 0), (link.is_symlink(), True),
               ((place.out / f'book.{kind}').read_bytes(), place.good(kind)),
               (place.listing(), [f'book.{kind}']))


def test_permissions(top):
    """The umask's for a new file; of an old file its own, and where allowed its owner and group."""
    for kind in KINDS:
        for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o002, 0o664)):
            place = Place(top)
            done = place.export(place.out / f'a.{kind}', lambda mask=mask: os.umask(mask))
            expect(f'umask {mask:o}', (done.returncode, 0),
                   (stat.S_IMODE((place.out / f'a.{kind}').stat().st_mode), mode))
        place = Place(top)
        place.old(kind).chmod(0o640)
        place.export(place.out / f'book.{kind}')
        expect('mode kept', (stat.S_IMODE((place.out / f'book.{kind}').stat().st_mode), 0o640))
        if os.getuid() == 0:
            os.chown(place.out / f'book.{kind}', NOBODY, NOBODY)
            place.export(place.out / f'book.{kind}')
            kept = (place.out / f'book.{kind}').stat()
            expect('owner kept', ((kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)),
                                  (NOBODY, NOBODY, 0o640)))


def drop():
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_read_only_folder(top):
    place = Place(top)
    for kind in KINDS:
        target = place.old(kind)
        place.out.chmod(0o555)
        done = place.export(target, drop)
        place.out.chmod(0o755)
        says(f'read-only folder, {kind}', done, 3, 'no permission')
        expect('old file', (target.read_bytes(), OLD))
        target.unlink()
    expect('no litter', (place.listing(), []))


def test_file_size_limit(top):
    """The limit of a process counts for the target and for the temporary parts alike."""
    for kind in KINDS:
        for size in (0, 1, 100, 1000, 3000, 6000, 12000):
            place = Place(top)
            target = place.old(kind)
            if size >= len(place.good(kind)):
                continue
            done = place.export(target, lambda size=size: resource.setrlimit(
                resource.RLIMIT_FSIZE, (size, size)))
            says(f'{kind} of at most {size} bytes', done, 3, 'too large')
            expect('old file', (target.read_bytes(), OLD), (place.listing(), [target.name]))


def mounted(place, folder, size):
    """The words before a command that sees a file system of that size there, the files in it."""
    script = (f'mount -t tmpfs -o size={size} none "{folder}" && cp -p "{place.top}/keep/"* '
              f'"{folder}/" && "$@"; code=$?; rm -rf "{place.top}/after"; '
              f'cp -rp "{folder}" "{place.top}/after"; exit $code')
    return ['unshare', '-m', 'sh', '-c', script, 'sh']


def can_mount():
    return os.getuid() == 0 and shutil.which('unshare') is not None and subprocess.run(
        ['unshare', '-m', 'true'], capture_output=True, check=False).returncode == 0


def test_full_target_disk(top):
    """The old file fills a disk of a few pages; whatever else fits, it survives or is replaced."""
    if not can_mount():
        print('full target disk: skipped, only root can make one')
        return
    for kind in KINDS:
        for pages in (2, 3, 4):
            place = Place(top)
            good = place.good(kind)
            (place.top / 'keep').mkdir()
            (place.top / 'keep' / f'book.{kind}').write_bytes(OLD)
            if len(good) <= (pages - 2) * 4096:
                continue
            done = place.export(place.out / f'book.{kind}',
                                wrap=mounted(place, place.out, f'{pages * 4}k'))
            left = {p.name: p.read_bytes() for p in (place.top / 'after').iterdir()}
            says(f'full disk, {kind}, {pages} pages', done, 3, 'the disk is full')
            expect('what is left', (left, {f'book.{kind}': OLD}))


def test_full_temporary_disk(top):
    """libxlsxwriter reports success when its temporary files do not fit."""
    if not can_mount():
        print('full temporary disk: skipped, only root can make one')
        return
    for pages in (1, 2, 3, 4, 5):
        place = Place(top)
        target = place.old('xlsx')
        (place.top / 'keep').mkdir()
        (place.top / 'keep' / 'x').write_bytes(b'')
        (place.top / 'tmp').mkdir()
        done = place.export(target, TMPDIR=str(place.top / 'tmp'),
                            wrap=mounted(place, place.top / 'tmp', f'{pages * 4}k'))
        left = sorted(p.name for p in (place.top / 'after').iterdir())
        expect('temporary folder', (left, ['x']), (place.listing(), [target.name]))
        if done.returncode == 0:
            expect('it did fit', (target.read_bytes(), place.good('xlsx')))
        else:
            says(f'temporary disk of {pages} pages', done, 3, 'temporary')
            expect('old file', (target.read_bytes(), OLD))
    expect('the smallest is full', (done.returncode in (0, 3), True))


def test_two_at_once(top):
    """Any mixture of two exports to one target leaves one of the two files, whole."""
    for kind in KINDS:
        place = Place(top)
        target = place.out / f'book.{kind}'
        others = [['--lang', 'vi'], ['--lang', 'en']]
        goods = []
        for words in others:
            subprocess.run([str(place.program), *words, 'export', '-o', str(target), 'in'],
                           cwd=place.top, check=True, capture_output=True)
            goods.append(target.read_bytes())
        for _ in range(10):
            runs = [subprocess.Popen([str(place.program), *words, 'export', '-o', str(target), 'in'],
                                     cwd=place.top, stdout=subprocess.DEVNULL) for words in others * 2]
            expect('all are done', ([run.wait(60) for run in runs], [0] * 4))
            expect(f'two at once, {kind}', (target.read_bytes() in goods, True),
                   (place.listing(), [target.name]))


def test_signals(top):
    """Interrupted, terminated, hung up at any time: old or new file, no litter, the same signal."""
    place = Place(top)
    good = place.good('xlsx')
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        for wait in range(0, 30, 2):
            target = place.old('xlsx')
            run = subprocess.Popen(place.command(target), cwd=place.top,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(wait / 1000 * (10 if sanitized(place.program) else 1))
            run.send_signal(number)
            code = run.wait(60)
            expect(f'{number.name} after {wait} ms', (code in (0, -number), True),
                   (target.read_bytes() in (OLD, good), True), (place.listing(), [target.name]))


def test_changing_input(top):
    """A file that is cut and written anew while it is read: what was read once is all that counts, so
    the excerpt of a message fits its message or, where the file has changed since, is left out."""
    place = Place(top)
    path = place.top / 'in' / 'june.yaml'
    wrong = ACTUALS + 'oddkey: 1\n'
    stop = threading.Event()

    def rewrite():
        while not stop.is_set():
            for text in (wrong, ACTUALS, '# x\n' * 500 + wrong, ''):
                path.write_text(text)

    writer = threading.Thread(target=rewrite)
    writer.start()
    for _ in range(100):
        done = subprocess.run([str(place.program), '--lang', 'en', 'check', 'in'], cwd=place.top,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        expect('exit code', (done.returncode in (0, 1), True))
        lines = done.stdout.decode().splitlines()
        for at, line in enumerate(lines):
            if 'T101' in line and ' | ' in lines[at + 1]:
                expect('excerpt', ('oddkey' in lines[at + 1], True))
    stop.set()
    writer.join()
    path.write_text(wrong)
    done = subprocess.run([str(place.program), '--lang', 'en', 'check', 'in'], cwd=place.top,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    expect('excerpt in peace', ('| oddkey: 1\n' in done.stdout.decode(), True))


def test_closed_outputs(top):
    """A closed or full standard output is a failure that is said; the file is there."""
    place = Place(top)
    for kind in KINDS:
        target = place.out / f'a.{kind}'
        with open('/dev/full', 'wb') as full:
            done = subprocess.run(place.command(target), cwd=place.top, stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        says('full output', done, 3, 'cannot write to standard output: the disk is full')
        expect('the file', (target.read_bytes(), place.good(kind)))
    done = subprocess.run(['sh', '-c', '"$@" >&-', 'sh', *place.command(place.out / 'b.csv')],
                          cwd=place.top, stderr=subprocess.PIPE, check=False)
    says('closed output', done, 3, 'cannot write to standard output')
    done = subprocess.run(['sh', '-c', '{ "$@"; echo $? >&2; } | true', 'sh', str(place.program), 'schema'],
                          stderr=subprocess.PIPE, check=False)
    expect('a reader that has closed hears nothing', (done.stderr, b'3\n'))


def main():
    Place.program = pathlib.Path(sys.argv[1]).resolve()
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    with tempfile.TemporaryDirectory() as top:
        os.chmod(top, 0o755)
        for name, test in tests:
            before = Place.failures
            try:
                test(top)
            except PermissionError:
                print(f'{name}: skipped, another user cannot reach the program')
            print(f'{name}: {"good" if Place.failures == before else "WRONG"}', flush=True)
    print(f'{len(tests)} tests, {Place.failures} failures')
    return 1 if Place.failures else 0


if __name__ == '__main__':
    sys.exit(main())
