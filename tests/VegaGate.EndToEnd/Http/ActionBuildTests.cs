namespace VegaGate.EndToEnd.Http;

/// <summary>The action where no built program lies beside it: it builds from source, once.</summary>
public sealed class ActionBuildTests : HttpTests
{
    [Fact]
    public async Task The_action_builds_itself_once_and_leaves_the_checkout_as_it_was()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small, isBuilt: false);
        repository.Write(".github/workflows/build.yml", """
            on: [push]
            jobs:
              build:
                runs-on: ubuntu-24.04
                permissions: { contents: read }
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - { name: First, uses: ./, with: { command: validate } }
                  - name: No building from here on
                    run: |
                      mkdir "$RUNNER_TEMP/shim"
                      printf '#!/bin/bash\nif [[ "$1" == publish ]]; then echo "built again"; exit 9; fi\nexec "%s" "$@"\n' "$(command -v dotnet)" > "$RUNNER_TEMP/shim/dotnet"
                      chmod +x "$RUNNER_TEMP/shim/dotnet"
                      echo "$RUNNER_TEMP/shim" >> "$GITHUB_PATH"
                  - { name: Second, uses: ./, with: { command: validate } }
                  - { name: What is left, run: "git status --porcelain --ignored; ls \"$RUNNER_TOOL_CACHE/vegagate\" | wc -l; ls \"$RUNNER_TEMP\"" }

            """);

        var report = (await Events.Push("build.yml").RunAsync(repository, GitHub)).Ends("success");

        report.SummaryOf("build", "First").Should().StartWith("# Checklists: 1 file checked: no findings\n");
        report.SummaryOf("build", "Second").Should().Be(report.SummaryOf("build", "First"));
        report.Log.Where(line => line.Step == "What is left").Select(line => line.Text).Skip(1).Should().Equal("1", "shim");
        report.Annotations.Should().BeEmpty();
        report.Commands.Should().BeEmpty();
    }
}
