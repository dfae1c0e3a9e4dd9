"""What the operating system refuses, told in Korean."""

import errno
import os

REASONS = {
    errno.EACCES: "권한이 없습니다.",
    errno.EPERM: "권한이 없습니다.",
    errno.EROFS: "읽기만 할 수 있는 곳입니다.",
    errno.ENOENT: "그런 파일이나 폴더가 없습니다.",
    errno.ENOTDIR: "폴더가 있어야 할 곳에 파일이 있습니다.",
    errno.EISDIR: "파일이 있어야 할 곳에 폴더가 있습니다.",
    errno.EEXIST: "이미 있습니다.",
    errno.ENAMETOOLONG: "이름이 너무 깁니다.",
    errno.ELOOP: "링크가 제자리를 맴돕니다.",
    errno.ENOSPC: "디스크에 빈자리가 없습니다.",
    errno.EDQUOT: "디스크에 빈자리가 없습니다.",
    errno.EIO: "디스크를 읽거나 쓰지 못합니다.",
}


def why(error: OSError) -> str:
    """The reason in one line, with the file or folder it is about."""
    number = error.errno or 0
    reason = REASONS.get(number) or os.strerror(number)
    return f"{error.filename}: {reason}" if error.filename else reason
