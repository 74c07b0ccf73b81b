//! The receivers, each started on a free port with a folder of its own, and stopped when it is dropped.

use super::raw;
use digitaliseringskommun::domain::config::{Config, Endpoint};
use digitaliseringskommun::domain::submission::Request;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A receiver that runs.
pub struct Receiver {
    pub endpoint: Endpoint,
    pub port: u16,
    /// The largest body it should take is enforced by it.
    pub folder: TempDir,
    process: Option<Child>,
    command: Box<dyn Fn() -> Command + Send + Sync>,
    /// The folder of the stored files; `None` where they are had by asking.
    files: Option<PathBuf>,
}

impl Receiver {
    fn start(
        endpoint: Endpoint,
        port: u16,
        folder: TempDir,
        files: Option<PathBuf>,
        command: impl Fn() -> Command + Send + Sync + 'static,
    ) -> Receiver {
        let mut receiver = Receiver { endpoint, port, folder, process: None, command: Box::new(command), files };
        receiver.run();
        receiver
    }

    /// Starts it, and waits until it answers.
    pub fn run(&mut self) {
        let mut command = (self.command)();
        // A group of its own, so that all of it can be killed at once.
        let log = fs::File::create(self.folder.path().join("log")).unwrap();
        command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log).process_group(0);
        self.process = Some(command.spawn().unwrap_or_else(|e| panic!("{command:?}: {e}; run `cargo xtask setup`")));
        let begun = Instant::now();
        while raw::ask(self.port, "GET", "/").is_none() {
            let ended = self.process.as_mut().unwrap().try_wait().unwrap();
            let log = || fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
            assert!(
                ended.is_none() && begun.elapsed() < Duration::from_secs(60),
                "{command:?} does not run: {}",
                log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// SIGKILL to all of it.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            let group = format!("-{}", process.id());
            let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
            let _ = process.wait();
        }
    }

    /// Everything stored, by name.
    pub fn stored(&self) -> BTreeMap<String, Vec<u8>> {
        match &self.files {
            Some(folder) => {
                let files = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
                let named = files.filter(|f| f.is_file() && !f.ends_with("log"));
                named
                    .map(|f| (f.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&f).unwrap()))
                    .filter(|(name, _)| name.ends_with(".json"))
                    .collect()
            }
            None => listed(self.port),
        }
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.kill();
    }
}

fn endpoint(json: &str) -> Endpoint {
    let config = format!("{{\"endpoint\":{json},\"instrument\":\"/i.json\"}}");
    Config::parse(config.as_bytes()).unwrap().endpoint
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The receiver of `cargo xtask serve`.
pub fn embedded() -> Receiver {
    let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
    let (dist, files) = (folder.path().join("dist"), folder.path().join("in"));
    site(&dist);
    let stored = files.clone();
    Receiver::start(endpoint("{\"kind\":\"post\",\"url\":\"/inlamning\"}"), port, folder, Some(stored), move || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(["serve", "--no-build", "--port", &port.to_string(), "--dist"]).arg(&dist);
        command.arg("--submissions").arg(&files);
        command
    })
}

/// A site of a few files.
pub fn site(dist: &Path) {
    fs::create_dir_all(dist.join("assets")).unwrap();
    fs::create_dir_all(dist.join("metod")).unwrap();
    fs::write(dist.join("index.html"), "<p>start</p>").unwrap();
    fs::write(dist.join("metod/index.html"), "<p>metod</p>").unwrap();
    fs::write(dist.join("404.html"), "<p>404</p>").unwrap();
    fs::write(dist.join("config.json"), "{}").unwrap();
    fs::write(dist.join("assets/app-0123.js"), "1").unwrap();
    for (name, text) in
        [("kalender/2023.ics", "BEGIN:VCALENDAR"), ("data/award.csv", "å;1"), ("nyheter.xml", "<feed/>")]
    {
        let file = dist.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

/// nginx with the file that an operator uses: only names, ports and the rate are put in.
pub fn nginx(kind: &str) -> Receiver {
    let (folder, port, inner) = (tempfile::tempdir().unwrap(), free_port(), free_port());
    let files = folder.path().join("in");
    configure(folder.path(), (port, inner), kind);
    let command = start_nginx(folder.path());
    let kind = if kind == "put" { "put" } else { "post" };
    let wanted = endpoint(&format!("{{\"kind\":\"{kind}\",\"url\":\"/inlamning\"}}"));
    Receiver::start(wanted, port, folder, Some(files), command)
}

/// Writes the settings of an nginx into `folder`: its site listens at the first port, its intake at the second.
fn configure(folder: &Path, (port, inner): (u16, u16), kind: &str) {
    let (dist, files) = (folder.join("dist"), folder.join("in"));
    site(&dist);
    fs::create_dir_all(files.join(".tmp")).unwrap();
    let mut put = fs::read_to_string(root().join("deploy/nginx/dimios.conf")).unwrap();
    for (from, to) in [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("127.0.0.1:8781", format!("127.0.0.1:{inner}")),
        ("/srv/dimios/dist", dist.display().to_string()),
        ("/srv/dimios/inlamning", files.display().to_string()),
        // What is tested here is what is stored; the rate has a test of its own.
        ("rate=60r/m", if kind == "rate" { "rate=60r/m".into() } else { "rate=9999r/s".into() }),
        ("burst=60", if kind == "rate" { "burst=60".into() } else { "burst=9999".into() }),
    ] {
        assert!(put.contains(from), "dimios.conf lacks {from}");
        put = put.replace(from, &to);
    }
    fs::write(folder.join("dimios.conf"), put).unwrap();
    let main = format!(
        "user root;\nworker_processes 2;\ndaemon off;\npid {0}/pid;\nerror_log {0}/log;\nevents {{}}\nhttp {{\n\
         include /etc/nginx/mime.types;\naccess_log off;\nproxy_temp_path {0}/p;\nfastcgi_temp_path {0}/f;\n\
         uwsgi_temp_path {0}/u;\nscgi_temp_path {0}/s;\nclient_body_temp_path {0}/b;\ninclude {0}/dimios.conf;\n}}\n",
        folder.display()
    );
    fs::write(folder.join("nginx.conf"), main).unwrap();
}

fn start_nginx(folder: &Path) -> impl Fn() -> Command + Send + Sync + 'static {
    let path = folder.to_path_buf();
    move || {
        // Debian keeps servers out of the path of ordinary users.
        let debian = Path::new("/usr/sbin/nginx");
        let mut command = Command::new(if debian.exists() { debian } else { Path::new("nginx") });
        command.arg("-p").arg(&path).arg("-c").arg(path.join("nginx.conf")).arg("-e").arg(path.join("log"));
        command
    }
}

/// A WebDAV server that writes a file while its bytes come in, behind nginx, which passes on whole bodies only, as
/// deploy/README.md says.
pub fn webdav() -> Receiver {
    let (folder, port, inner) = (tempfile::tempdir().unwrap(), free_port(), free_port());
    let (dav, files) = (free_port(), folder.path().join("dav"));
    fs::create_dir_all(&files).unwrap();
    configure(folder.path(), (port, inner), "put");
    let path = folder.path().join("dimios.conf");
    let [from, to] = [inner, dav].map(|port| format!("proxy_pass http://127.0.0.1:{port}/$name"));
    let conf = fs::read_to_string(&path).unwrap();
    assert!(conf.contains(&from));
    fs::write(path, conf.replace(&from, &to)).unwrap();
    let (stored, command) = (files.clone(), start_nginx(folder.path()));
    Receiver::start(endpoint("{\"kind\":\"put\",\"url\":\"/inlamning\"}"), port, folder, Some(stored), move || {
        // Both in one group; nginx, once the other can be reached.
        let (nginx, mut both) = (command(), Command::new("bash"));
        both.args([
            "-c",
            "\"$1\" --host 127.0.0.1 --port $2 --auth anonymous --root \"$3\" & shift 3; \
             until : < /dev/tcp/127.0.0.1/$0; do sleep 0.05; done 2> /dev/null; exec \"$@\"",
        ]);
        both.arg(dav.to_string()).arg(tool("wsgidav")).arg(dav.to_string()).arg(&files);
        both.arg(nginx.get_program()).args(nginx.get_args());
        both
    })
}

/// S3, by a policy that `deploy/s3/sign-policy.mjs` has signed.
pub fn s3() -> Receiver {
    let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
    let secrets = [("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret")];
    let signed = Command::new("node")
        .arg(root().join("deploy/s3/sign-policy.mjs"))
        .args(["--bucket", "dimios", "--region", "eu-north-1", "--prefix", "inlamning/", "--days", "7"])
        .args(["--url", "https://localhost/dimios"])
        .envs(secrets)
        .output()
        .unwrap();
    let printed = String::from_utf8(signed.stdout).unwrap();
    assert!(signed.status.success(), "{}", String::from_utf8_lossy(&signed.stderr));
    let receiver = Receiver::start(endpoint(&printed), port, folder, None, move || {
        let mut command = Command::new(tool("moto_server"));
        command.args(["-H", "127.0.0.1", "-p", &port.to_string()]).envs(secrets);
        command
    });
    assert_eq!(raw::ask(port, "PUT", "/dimios").unwrap().status, 200);
    receiver
}

fn listed(port: u16) -> BTreeMap<String, Vec<u8>> {
    let list = raw::ask(port, "GET", "/dimios?list-type=2").unwrap();
    let text = String::from_utf8_lossy(&list.body).into_owned();
    let keys = text.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
    // What is stored is not for everyone: the owner reads it, by a signature whose value moto does not check.
    let owner =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/eu-north-1/s3/aws4_request, SignedHeaders=host, Signature=0";
    keys.map(|key| {
        let url = format!("/dimios/{key}");
        assert_eq!(raw::ask(port, "GET", &url).unwrap().status, 403, "{key}");
        let headers = vec![("Authorization", owner.to_string())];
        let body = raw::send(port, &Request { method: "GET", url, headers, body: String::new() }).unwrap().body;
        (key.strip_prefix("inlamning/").unwrap_or(key).to_string(), body)
    })
    .collect()
}

/// The signature of a policy by the maker's own library.
pub fn signature_by_boto(policy: &str, date: &str) -> String {
    let script = "import sys\nfrom botocore.auth import SigV4Auth\nfrom botocore.awsrequest import AWSRequest\n\
        from botocore.credentials import Credentials\nr = AWSRequest()\nr.context['timestamp'] = sys.argv[2]\n\
        print(SigV4Auth(Credentials('AKIDEXAMPLE', 'secret'), 's3', 'eu-north-1').signature(sys.argv[1], r))";
    let output = Command::new(tool("python")).args(["-c", script, policy, date]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_string()
}

fn tool(name: &str) -> PathBuf {
    root().join("target/endpoint-tools/bin").join(name)
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}
