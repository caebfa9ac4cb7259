using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Programs, by their bytes; each may call itself <c>bien-ban.pdf</c>.</summary>
internal static class HostilePrograms
{
    public static IEnumerable<HostileFile> All { get; } = new (string What, Func<byte[]> Make)[]
    {
        ("a program for Windows", Windows),
        ("a program for Windows with a far second header", () => Windows(second: 0x2000)),
        ("a program for Linux", () => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[60]]),
        ("a program for Apple computers", () => [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1, .. new byte[60]]),
        ("a program for Apple computers of two kinds", () => [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2, .. new byte[60]]),
        ("a shell script", () => "#!/bin/sh\necho xin chao\n"u8.ToArray()),
        ("a batch file", () => "@echo off\r\ndel *.*\r\n"u8.ToArray()),
        ("a script for a web server", () => "<?php system($_GET['c']); ?>"u8.ToArray()),
        ("a script in a page", () => "\r\n  <SCRIPT>new ActiveXObject('x')</SCRIPT>"u8.ToArray()),
        ("a script of Windows behind a byte order mark", () => [0xEF, 0xBB, 0xBF, .. "<job><script/></job>"u8]),
        ("a shortcut", () => [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[80]]),
        ("an installer", OleMaker.Installer),
        ("an object wrapped as a file", () => OleMaker.With("\u0001Ole10Native")),
        ("an app for phones", () => new ZipMaker().Add("classes.dex", "dex\n035").Add("AndroidManifest.xml", "x").Bytes()),
        ("a program for Java", () => new ZipMaker().Add("META-INF/MANIFEST.MF", "Main-Class: A").Add("A.class", "x").Bytes()),
        ("a program that carries the head of a PDF", () => [.. Windows(), .. "%PDF-1.4\n"u8]),
    }.Select(file => new HostileFile(file.What, MinutesRefusals.Executable, file.Make));

    public static byte[] Windows() => Windows(second: 0x80);

    private static byte[] Windows(int second)
    {
        var file = new byte[0x200];
        "MZ"u8.CopyTo(file);
        BitConverter.GetBytes(second).CopyTo(file, 60);
        if (second < file.Length)
        {
            Encoding.ASCII.GetBytes("PE\0\0").CopyTo(file, second);
        }

        return file;
    }
}
