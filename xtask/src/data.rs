//! Checks the data that people write by hand, by the very code that reads it, before anything is built from it.

use anyhow::{Context, Result, bail};
use digitaliseringskommun::domain::award::{parse_folder, parse_register};
use digitaliseringskommun::domain::config::Config;
use digitaliseringskommun::domain::instrument::{self, parse_advice};
use digitaliseringskommun::domain::kiosk::Settings;
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::Locale;
use std::fs;
use std::path::Path;

/// Checks every questionnaire, every edition of the award, and the kiosk's settings.
///
/// # Errors
/// All that is wrong, each on a line with its file.
pub fn check(public: &Path) -> Result<()> {
    let mut problems = instruments(public)?;
    problems.extend(editions(public)?);
    let config = public.join("config.json");
    if let Err(key) = Settings::parse(&fs::read(&config)?) {
        problems.push(format!("{}: {key}", config.display()));
    }
    if !problems.is_empty() {
        bail!("correct the data:\n  {}", problems.join("\n  "));
    }
    Ok(())
}

fn instruments(public: &Path) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (file, bytes) in json_files(&public.join("data/instruments"))? {
        let read = instrument::parse(&bytes, "");
        if let Err(found) = read.and_then(|i| parse_advice(&String::from_utf8_lossy(&bytes), &i)) {
            problems.extend(found.iter().map(|p| format!("{file}: {}", p.describe(Locale::En))));
        }
    }
    Ok(problems)
}

fn editions(public: &Path) -> Result<Vec<String>> {
    let file = public.join("data/kommuner.json");
    let register = match parse_register(&fs::read(&file)?) {
        Ok(register) => register,
        Err(problem) => return Ok(vec![format!("{}: {problem}", file.display())]),
    };
    let read = parse_folder(&json_files(&public.join("data/award"))?, &register);
    Ok(match read {
        Ok(editions) if editions.is_empty() => vec!["public/data/award: there is no edition".into()],
        Ok(editions) => {
            println!("  {} editions of the award", editions.len());
            Vec::new()
        }
        Err(problems) => problems,
    })
}

/// Path and bytes of each file of a folder, by name.
fn json_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))? {
        let file = file?.path();
        if file.extension().is_some_and(|end| end == "json") {
            files.push((file.display().to_string(), fs::read(&file)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The arguments of `dist`: the address of the site.
pub struct Told(Option<Origin>);

impl Told {
    /// Reads `--site https://…`.
    ///
    /// # Errors
    /// If it is anything else.
    pub fn read(arguments: &[String]) -> Result<Told> {
        match arguments {
            [] => Ok(Told(None)),
            [flag, site] if flag == "--site" => match Origin::parse(site) {
                Some(origin) => Ok(Told(Some(origin))),
                None => bail!(
                    "--site needs https:// and a host, without a path or a slash at the end; \"{site}\" is not that"
                ),
            },
            _ => bail!("usage: cargo xtask dist [--site https://…]"),
        }
    }

    /// Writes it into the settings of a built site.
    ///
    /// # Errors
    /// If the settings cannot be used.
    pub fn into_settings(self, site: &Path) -> Result<()> {
        let file = site.join("config.json");
        let bytes = fs::read(&file)?;
        if let Some(origin) = self.0 {
            let mut config: serde_json::Value = serde_json::from_slice(&bytes).context("config.json is not JSON")?;
            config["site"] = origin.as_str().into();
            fs::write(&file, serde_json::to_string_pretty(&config)? + "\n")?;
        }
        let config = Config::parse(&fs::read(&file)?)?;
        let origin =
            config.site.context("config.json: site is missing; set it to where the site will stand, https://…")?;
        println!("  the site will stand at {}", origin.as_str());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn told(arguments: &[&str]) -> Result<Told> {
        Told::read(&arguments.iter().map(|a| a.to_string()).collect::<Vec<_>>())
    }

    #[test]
    fn a_build_may_be_told_where_the_site_will_stand() {
        let site = TempDir::new().unwrap();
        let file = site.path().join("config.json");
        let settings = |text: &str| fs::write(&file, text).unwrap();
        let origin = || Config::parse(&fs::read(&file).unwrap()).unwrap().site.unwrap().as_str().to_string();
        let rest = "\"endpoint\":{\"kind\":\"post\",\"url\":\"/in\"},\"instrument\":\"/i.json\",\"later\":[1]}";
        settings(&format!("{{\"site\":\"https://a.example\",{rest}"));
        told(&[]).unwrap().into_settings(site.path()).unwrap();
        assert_eq!(origin(), "https://a.example");
        told(&["--site", "https://b.example"]).unwrap().into_settings(site.path()).unwrap();
        assert_eq!(origin(), "https://b.example");
        assert!(fs::read_to_string(&file).unwrap().contains("later"));
        settings(&format!("{{{rest}"));
        assert!(told(&[]).unwrap().into_settings(site.path()).is_err());
        for bad in
            [&["--site"][..], &["--site", "http://b.example"], &["--site", "https://b.example/"], &["--sit", "x"]]
        {
            assert!(told(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn every_problem_of_every_file_is_told_at_once_with_its_file() {
        let public = TempDir::new().unwrap();
        for folder in ["award", "instruments"] {
            fs::create_dir_all(public.path().join("data").join(folder)).unwrap();
        }
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/data");
        let to = public.path().join("data");
        fs::copy(from.join("kommuner.json"), to.join("kommuner.json")).unwrap();
        for year in [2019, 2021, 2023] {
            fs::copy(from.join(format!("award/{year}.json")), to.join(format!("award/{year}.json"))).unwrap();
        }
        fs::write(public.path().join("config.json"), "{}").unwrap();
        check(public.path()).unwrap();
        let change = |name: &str, a: &str, b: &str| {
            let file = to.join(name);
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.contains(a), "{a}");
            fs::write(file, text.replace(a, b)).unwrap();
        };
        change("award/2019.json", "\"2019-05-31\"", "\"2019-05-32\"");
        change("award/2021.json", "\"name\": \"Växjö\"", "\"name\": \"Växsjö\"");
        fs::rename(to.join("award/2023.json"), to.join("award/2022.json")).unwrap();
        let told = check(public.path()).unwrap_err().to_string();
        for expected in [
            "award/2019.json: Edition 2019: milestone \"shortlist\" has a time that is neither day, month nor range: \"2019-05-32\".",
            "award/2021.json: Edition 2021: nominee \"vaxjo\" has a municipality that is not in kommuner.json: 0780 Växsjö.",
            "award/2022.json: Edition 2023 belongs in the file 2023.json.",
        ] {
            assert!(told.contains(expected), "{told}");
        }
    }
}
