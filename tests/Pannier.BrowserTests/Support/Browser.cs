using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Support.UI;

namespace Pannier.BrowserTests.Support;

/// <summary>A person's browser: Debian's Chromium, driven by what the person sees. Waits instead of sleeping.</summary>
public sealed class Browser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ChromeDriver _driver;
    private readonly string _address;
    private readonly Script _script;

    /// <param name="more">Arguments of Chromium's own.</param>
    public Browser(string address, Script script, params string[] more)
    {
        (_address, _script) = (address, script);
        // The shell is the same engine without a window around it, and starts at a third of the cost.
        var options = new ChromeOptions { BinaryLocation = "/usr/lib/chromium/chromium-headless-shell" };
        options.AddArguments(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--window-size=1280,900", "--lang=en");
        options.AddArguments(more);
        if (script == Script.Off) options.AddArgument("--blink-settings=scriptEnabled=false"); // the engine's own switch: pages see a browser that has no scripts
        options.SetLoggingPreference(LogType.Browser, LogLevel.Severe);
        var service = ChromeDriverService.CreateDefaultService("/usr/bin", "chromedriver");
        service.HideCommandPromptWindow = true;
        _driver = new ChromeDriver(service, options);
    }

    public string Path => new Uri(_driver.Url).AbsolutePath;

    public string Url => _driver.Url;

    public string Source => _driver.PageSource;

    public Browser Go(string path)
    {
        _driver.Navigate().GoToUrl(path.StartsWith("http", StringComparison.Ordinal) ? path : _address + path);
        return this;
    }

    /// <summary>Says to the page what another tab of this browser would: a time from now in milliseconds, or a word.</summary>
    public Browser Tell(string channel, object told)
    {
        _driver.ExecuteScript("const line = new BroadcastChannel(arguments[0]); line.postMessage(typeof arguments[1] === 'number' ? Date.now() + arguments[1] : arguments[1]); line.close();", channel, told);
        return this;
    }

    /// <summary>Waits until an element is there and shown.</summary>
    public IWebElement See(string css) => Wait(css, () => Find(css, "", 0));

    /// <summary>Waits until some shown element of a kind holds a text.</summary>
    public IWebElement See(string css, string text) =>
        Wait($"{css} with '{text}'", () => Find(css, text, 0));

    /// <summary>Waits for one of several that are shown, counted from 0.</summary>
    public IWebElement See(string css, int at) => Wait($"{css} number {at}", () => Find(css, "", at));

    /// <summary>Waits until one of several, counted from 0, is where the person is.</summary>
    public void SeeFocus(string css, int at) =>
        Wait($"the focus on {css} number {at}", () => _driver.FindElements(By.CssSelector(css)).ElementAtOrDefault(at) is { } one && one.Equals(_driver.SwitchTo().ActiveElement()) ? one : null);

    /// <summary>Waits until no shown element of a kind holds a text.</summary>
    public void DoNotSee(string css, string text) =>
        Wait($"no {css} with '{text}'", () => Find(css, text, 0) is null ? _driver : null);

    /// <summary>Waits until something holds that no element says.</summary>
    public void Until(string what, Func<bool> holds) => Wait(what, () => holds() ? _driver : null);

    public string Title => _driver.Title;

    public bool Has(string css) => _driver.FindElements(By.CssSelector(css)).Count > 0;

    public int Count(string css) => _driver.FindElements(By.CssSelector(css)).Count;

    public IReadOnlyList<string> Texts(string css) => Steady(() => _driver.FindElements(By.CssSelector(css)).Select(element => element.Text).ToList());

    public Browser Click(string css)
    {
        Steady(() =>
        {
            See(css).Click();
            return true;
        });
        return this;
    }

    /// <summary>Clicks twice, as some do everywhere.</summary>
    public Browser DoubleClick(string css)
    {
        new Actions(_driver).DoubleClick(See(css)).Perform();
        return this;
    }

    public Browser Click(string css, string text)
    {
        Steady(() =>
        {
            See(css, text).Click();
            return true;
        });
        return this;
    }

    public Browser Fill(string css, string text)
    {
        Steady(() =>
        {
            var field = See(css);
            field.Clear();
            field.SendKeys(text);
            return true;
        });
        return this;
    }

    public Browser Choose(string css, string value)
    {
        See($"{css} option[value='{value}']").Click();
        return this;
    }

    /// <summary>Clicks one of several, counted from 0, wherever on the page they stand.</summary>
    public Browser Click(string css, int at)
    {
        Steady(() =>
        {
            See(css, at).Click();
            return true;
        });
        return this;
    }

    /// <summary>Ticks or unticks with the Shift key held: everything from the last one to this one, counted from 0.</summary>
    public Browser ClickTo(string css, int at)
    {
        var box = See(css, at);
        new Actions(_driver).KeyDown(Keys.Shift).Click(box).KeyUp(Keys.Shift).Perform();
        return this;
    }

    /// <summary>Opens a menu or a part that is folded, unless it is open.</summary>
    public Browser Unfold(string css)
    {
        if (See(css).GetAttribute("open") is null) Click($"{css} > summary");
        return this;
    }

    /// <summary>Drops a text file on a place, as if it were dragged there from the desktop; only where scripts run.</summary>
    public Browser Drop(string css, string name, string text)
    {
        _driver.ExecuteScript(
            """
            const files = new DataTransfer();
            files.items.add(new File([arguments[2]], arguments[1], { type: "text/plain" }));
            for (const kind of ["dragover", "drop"]) arguments[0].dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
            """,
            See(css),
            name,
            text);
        return this;
    }

    /// <summary>How many pixels stand out to the right of the window; only where scripts run.</summary>
    public long Overhang() => _script == Script.Off ? 0 : (long)_driver.ExecuteScript("return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")!;

    /// <summary>Gives a file chooser a file.</summary>
    public Browser Attach(string css, string file)
    {
        Wait(css, () => _driver.FindElements(By.CssSelector(css)).FirstOrDefault()).SendKeys(file);
        return this;
    }

    /// <summary>Presses a key where the person is.</summary>
    public Browser Press(string keys)
    {
        _driver.SwitchTo().ActiveElement().SendKeys(keys);
        return this;
    }

    public Browser Resize(int width, int height)
    {
        _driver.Manage().Window.Size = new(width, height);
        return this;
    }

    /// <summary>The browser's own way back.</summary>
    public Browser Back()
    {
        _driver.Navigate().Back();
        return this;
    }

    public Browser Forward()
    {
        _driver.Navigate().Forward();
        return this;
    }

    public Browser Reload()
    {
        _driver.Navigate().Refresh();
        return this;
    }

    /// <summary>As if the session were over.</summary>
    public Browser ForgetCookie(string name)
    {
        _driver.Manage().Cookies.DeleteCookieNamed(name);
        return this;
    }

    public void ForgetCookies() => _driver.Manage().Cookies.DeleteAllCookies();

    /// <summary>Plugs an authenticator in that keeps passkeys and always says yes; only where scripts run.</summary>
    /// <param name="prf">Whether its passkeys give keys.</param>
    public string PlugIn(bool prf, string transport = "internal")
    {
        _driver.ExecuteCdpCommand("WebAuthn.enable", []);
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["ctap2Version"] = "ctap2_1",
            ["transport"] = transport,
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
            ["hasPrf"] = prf,
        };
        return (string)((Dictionary<string, object>)_driver.ExecuteCdpCommand("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options })!)["authenticatorId"];
    }

    /// <summary>Whether somebody touches it when it is asked.</summary>
    public void Touch(string authenticator, bool touches) =>
        _driver.ExecuteCdpCommand("WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = authenticator, ["enabled"] = touches });

    public void PullOut(string authenticator) => _driver.ExecuteCdpCommand("WebAuthn.removeVirtualAuthenticator", new() { ["authenticatorId"] = authenticator });

    /// <summary>What a script of the test's own finds in the page; only where scripts run.</summary>
    public object? Run(string script) => _driver.ExecuteScript(script);

    /// <summary>The text of a message's own document, inside its frame.</summary>
    public string Framed(string css)
    {
        _driver.SwitchTo().Frame(See(css));
        try
        {
            return Wait("a body in the frame", () => _driver.FindElements(By.CssSelector("body")).FirstOrDefault()).Text;
        }
        finally
        {
            _driver.SwitchTo().DefaultContent();
        }
    }

    /// <summary>What a script finds in a message's own document, inside its frame.</summary>
    public object? RunFramed(string css, int at, string script)
    {
        _driver.SwitchTo().Frame(_driver.FindElements(By.CssSelector(css))[at]);
        try
        {
            return _driver.ExecuteScript(script);
        }
        finally
        {
            _driver.SwitchTo().DefaultContent();
        }
    }

    /// <summary>What axe finds against WCAG 2.2 AA; only where scripts run.</summary>
    public IReadOnlyList<string> Axe()
    {
        if (_script == Script.Off) return [];
        var axe = File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "src/Pannier/node_modules/axe-core/axe.min.js"));
        _driver.ExecuteScript(axe);
        var found = _driver.ExecuteAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
               .then(result => done(result.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)));
            """);
        return [.. ((IEnumerable<object>?)found ?? []).Select(one => one.ToString()!)];
    }

    /// <summary>What the browser itself complained of: policy, missing files, script errors.</summary>
    public IReadOnlyList<string> Complaints() => [.. _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message).Where(message => !message.Contains("status of 4", StringComparison.Ordinal))];

    public void Shoot(string name)
    {
        var directory = Directory.CreateDirectory(System.IO.Path.Combine(RepositoryRoot.Path, "out/pictures")).FullName;
        _driver.GetScreenshot().SaveAsFile(System.IO.Path.Combine(directory, name + ".png"));
    }

    public void Dispose() => _driver.Dispose(); // quits Chromium too

    // One question instead of two for each element: asking was half of what the walks cost.
    private IWebElement? Find(string css, string text, int at) => (IWebElement?)_driver.ExecuteScript(
        """
        const [css, text, at] = arguments;
        const shown = one => (one.closest("select") ?? one).checkVisibility({ visibilityProperty: true, opacityProperty: true });
        const says = one => (one.innerText ?? one.textContent).replaceAll("\u00a0", " ").includes(text);
        return [...document.querySelectorAll(css)].filter(one => shown(one) && (text === "" || says(one)))[at] ?? null;
        """,
        css,
        text,
        at);

    // Chromium has two ways to say that the page was replaced between finding and asking.
    private static bool IsGone(WebDriverException fault) =>
        fault is StaleElementReferenceException || fault.Message.Contains("does not belong to the document", StringComparison.Ordinal);

    /// <summary>Does it again when the page changed under the hand.</summary>
    private T Steady<T>(Func<T> act)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return act();
            }
            catch (ElementClickInterceptedException) when (tries < 20)
            {
                new Actions(_driver).ScrollByAmount(0, 200).Perform(); // something that sticks to an edge lies over it: a person would scroll
            }
            catch (WebDriverException moved) when ((IsGone(moved) || moved is ElementNotInteractableException) && tries < 20)
            {
                Thread.Sleep(150);
            }
        }
    }

    private T Wait<T>(string what, Func<T?> look)
        where T : class
    {
        try
        {
            return new WebDriverWait(_driver, Patience) { PollingInterval = TimeSpan.FromMilliseconds(60) }.Until(_ => look())!;
        }
        catch (WebDriverTimeoutException)
        {
            throw new InvalidOperationException($"did not see {what} on {_driver.Url}; the page says:\n{(_driver.FindElements(By.CssSelector("body")).FirstOrDefault()?.Text is { } text ? text[..Math.Min(1500, text.Length)] : "nothing")}");
        }
    }
}
