# Shared by the scripts: finds the tools that they need, and builds. Sourced; prints nothing unless something is missing.

MOTO_VERSION=5.2.1

# One line that says what is wrong and how to mend it.
fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 2
}

# The file behind a chain of symbolic links (readlink -f is not everywhere).
resolve() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  printf '%s\n' "$(cd "$(dirname "$file")" && pwd -P)/$(basename "$file")"
}

# version_at_least 3.9.1 3.8.7
version_at_least() {
  local IFS=. i
  local -a have=($1) want=($2)
  for i in 0 1 2; do
    local h=${have[i]:-0} w=${want[i]:-0}
    h=${h%%[!0-9]*} w=${w%%[!0-9]*}
    [ "${h:-0}" -gt "${w:-0}" ] && return 0
    [ "${h:-0}" -lt "${w:-0}" ] && return 1
  done
  return 0
}

# The release file answers without starting a JVM, which the command line would pay for on every call.
is_jdk_25() {
  local line
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=}
        line=${line//\"/}
        version_at_least "$line" 25
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

# Sets and exports JAVA_HOME.
find_jdk() {
  local home java
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  if java=$(command -v java); then
    home=$(resolve "$java")
    home=${home%/bin/java}
    if is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  fi
  for home in /usr/lib/jvm/*25* /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/25* \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home "$([ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 25 2>/dev/null)"; do
    if is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  fail "no JDK 25 found: install one (apt-get install openjdk-25-jdk, brew install openjdk@25, sdk install java 25-tem) or set JAVA_HOME to it"
}

# Sets MVN. Needs find_jdk first.
find_maven() {
  local version
  MVN=$(command -v mvn) || MVN=${MAVEN_HOME:-/usr/share/maven}/bin/mvn
  [ -x "$MVN" ] || fail "no Maven found: install 3.8.7 or newer (apt-get install maven, brew install maven)"
  version=$("$MVN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  version_at_least "${version:-0}" 3.8.7 || fail "Maven ${version:-of unknown version} is too old: install 3.8.7 or newer (apt-get install maven, brew install maven)"
}

# Node 20 or newer, and npm.
find_node() {
  local version
  command -v node >/dev/null || fail "no Node found: install 20 or newer (apt-get install nodejs npm, brew install node)"
  version=$(node --version)
  version_at_least "${version#v}" 20 || fail "Node $version is too old: install 20 or newer (apt-get install nodejs npm, brew install node)"
  command -v npm >/dev/null || fail "Node is here, but npm is not: install it (apt-get install npm)"
}

has_moto() {
  "$1" -c '
import importlib.util, sys
sys.exit(not all(importlib.util.find_spec(m) for m in ("moto", "flask", "flask_cors", "boto3")))' 2>/dev/null
}

# Sets PYTHON to a Python 3 that has moto with its server; makes a virtual environment in .venv where there is none.
# Needs ROOT.
find_moto() {
  local server first
  command -v python3 >/dev/null || fail "no Python 3 found: install it (apt-get install python3 python3-venv, brew install python)"
  PYTHON=$(command -v python3)
  has_moto "$PYTHON" && return
  if server=$(command -v moto_server); then
    IFS= read -r first <"$server" || true
    PYTHON=${first#\#!}
    [ -x "$PYTHON" ] && has_moto "$PYTHON" && return
  fi
  PYTHON=$ROOT/.venv/bin/python
  [ -x "$PYTHON" ] && has_moto "$PYTHON" && return
  printf '%s: no Python with moto here, installing moto[server]==%s into .venv\n' "${0##*/}" "$MOTO_VERSION" >&2
  python3 -m venv "$ROOT/.venv" >/dev/null 2>&1 ||
    fail "the emulated AWS needs moto, and python3 cannot make a virtual environment for it: apt-get install python3-venv"
  "$ROOT/.venv/bin/pip" install --quiet --disable-pip-version-check "moto[server]==$MOTO_VERSION" >&2 2>/dev/null && has_moto "$PYTHON" ||
    fail "the emulated AWS needs moto, and pip could not fetch it: run pip install 'moto[server]==$MOTO_VERSION' where a Python registry can be reached"
}

# What Python needs to run scripts/emulator.
emulator_environment() {
  export PYTHONPATH=$ROOT/scripts PYTHONDONTWRITEBYTECODE=1
}

# Runs its arguments while no other caller does. Needs ROOT.
alone() {
  local lock=$ROOT/functions/target/.build-lock
  mkdir -p "$ROOT/functions/target" || fail "cannot write to $ROOT/functions/target: mend its permissions"
  if command -v flock >/dev/null; then
    (
      flock 9
      "$@"
    ) 9>"$lock"
  else
    (
      until mkdir "$lock.d" 2>/dev/null; do sleep 0.2; done
      trap 'rmdir "$lock.d"' EXIT
      "$@"
    )
  fi
}

# Maven without tests and gates, offline where the local repository has it all. Prints its errors only.
# Needs find_jdk, find_maven and ROOT.
quick_maven() {
  local log status
  log=$(mktemp) || fail "cannot write a temporary file: set TMPDIR to a folder that you may write to"
  set -- -B -q -f "$ROOT/pom.xml" -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip -Djacoco.skip "$@"
  status=0
  "$MVN" -o "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ] && grep -qi 'offline' "$log"; then
    status=0
    "$MVN" "$@" >"$log" 2>&1 || status=$?
  fi
  [ "$status" -eq 0 ] || grep -F '[ERROR]' "$log" | sed '/-> \[Help 1\]/,$d' | head -20 >&2
  rm -f "$log"
  return "$status"
}

# The CDK CLI of infra/package-lock.json. Needs find_node and ROOT; call it by alone.
install_cdk() {
  local cdk=$ROOT/infra/node_modules/.bin/cdk
  [ -x "$cdk" ] && [ ! "$ROOT/infra/package-lock.json" -nt "$ROOT/infra/node_modules/.package-lock.json" ] && return
  printf '%s: installing the CDK CLI into infra/node_modules\n' "${0##*/}" >&2
  npm ci --silent --prefix "$ROOT/infra" >&2 || fail "npm could not install the CDK CLI: run npm ci in infra where a package registry can be reached"
}

# The CDK app and the functions' jar, built when a source is newer. Needs find_jdk and ROOT; call it by alone.
build_infra() {
  local classpath=$ROOT/infra/target/classpath begun=$ROOT/infra/target/.begun
  if [ -f "$classpath" ] && compgen -G "$ROOT/functions/target/ecs-medic-functions-*-lambda.jar" >/dev/null &&
    [ -z "$(find "$ROOT"/*/src/main "$ROOT"/*/pom.xml "$ROOT/pom.xml" "$ROOT/functions/shrink.pro" -newer "$classpath" -print -quit)" ]; then
    return
  fi
  printf '%s: building\n' "${0##*/}" >&2
  find_maven
  mkdir -p "$ROOT/infra/target"
  touch "$begun"
  quick_maven -pl infra -am package || fail "the build failed, see above; scripts/test shows all of it"
  # a source that changed meanwhile is newer than the class path
  touch -r "$begun" "$classpath"
  rm -f "$begun"
}

# The folder that docker builds the functions' image from. Needs ROOT and the jars.
lay_out_image() {
  local folder=$1 target=$ROOT/functions/target name
  rm -rf "$folder"
  mkdir -p "$folder"
  install -m 755 "$ROOT/functions/image/start" "$folder/start"
  install -m 644 "$ROOT/functions/image/Dockerfile" "$folder/Dockerfile"
  install -m 644 "$target"/ecs-medic-functions-*-lambda.jar "$folder/functions.jar"
  for name in runtime-interface-client core serialization; do
    install -m 644 "$target/runtime/aws-lambda-java-$name"-*.jar "$folder/runtime-${name#runtime-}.jar"
  done
}

# A main class of infra. Needs build_infra. jsii warns in red about every Node but the newest; it works with 20.
infra_java() {
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=18,20,22 NODE_NO_WARNINGS=1 \
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -cp "$ROOT/infra/target/classes:$(cat "$ROOT/infra/target/classpath")" "$@"
}
