import resource

MEMORY = 768 * 1024**2
SECONDS = 20  # of the processor
OUTPUT = 16 * 1024**2  # bytes written
OPEN_FILES = 64


def limit_this_process() -> None:
    """Lets the system end this process when a file makes it grow, run on or write without end."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: OUTPUT,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))
