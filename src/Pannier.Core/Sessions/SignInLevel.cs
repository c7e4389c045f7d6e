namespace Pannier.Core.Sessions;

/// <summary>How far somebody is signed in. Routes ask for <see cref="Full"/> unless they say otherwise.</summary>
public enum SignInLevel
{
    Anonymous,

    /// <summary>The password was right; something is still missing: a second factor, or what unlocks the data.</summary>
    PasswordGiven,
    Full,

    /// <summary>The password was given again within the last minutes (step-up).</summary>
    Recent,
}
